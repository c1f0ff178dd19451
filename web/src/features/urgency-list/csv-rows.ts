import { useMunicipalities } from '../../api/reference-data';
import { useText } from '../../locales/Language';
import type { Cell } from '../../ui/download/csv';
import type { ProviderRow } from './use-urgency-list';

/** The list as rows of a file: every number in a cell of its own, and the sentence that belongs to a colour. */
export function useCsvRows() {
  const t = useText();
  const { nameOf } = useMunicipalities();
  const colour = (key: string | null) => key && t(`colour.${key}`);

  const head = [
    'number',
    'provider',
    'kvk-number',
    'signal',
    'sub-category',
    'possible',
    'lowest',
    'highest',
    'missing-facts',
  ]
    .concat(['change', 'previous-colour', 'reason-1', 'reason-2', 'clients', 'value', 'step', 'municipalities'])
    .map((name) => t(`urgency-list.csv.${name}`));
  const cells = ({ aanbieder, samenvatting }: ProviderRow): Cell[] => [
    aanbieder.urgentie,
    aanbieder.naam,
    aanbieder.kvkNummer,
    colour(aanbieder.kleur),
    aanbieder.subcategorie && t(`sub-category.${aanbieder.subcategorie}`),
    samenvatting.mogelijkeKleuren.map(colour).join(', '),
    aanbieder.laagste,
    aanbieder.hoogste,
    samenvatting.ontbrekend,
    aanbieder.veranderd && t(`change.${aanbieder.veranderd}`),
    colour(aanbieder.vorigeKleur),
    samenvatting.zwaarsteRedenen[0]?.titel ?? null,
    samenvatting.zwaarsteRedenen[1]?.titel ?? null,
    aanbieder.clienten.gemaskeerd ? t('urgency-list.under-ten') : aanbieder.clienten.aantal,
    aanbieder.waardePerJaar,
    t(`step.${aanbieder.stap}`),
    aanbieder.gemeenten.map(nameOf).join(', '),
  ];
  return (rows: ProviderRow[]): Cell[][] => [[t('signal.sentence')], head, ...rows.map(cells)];
}
