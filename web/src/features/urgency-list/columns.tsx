import { useMemo } from 'react';
import { useModelWords } from '../../api/model-words';
import { useMunicipalities } from '../../api/reference-data';
import type { ScreeningReference } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import type { Column } from '../../ui/data-table/DataTable';
import { RedUrgency } from '../../ui/urgency-badge/UrgencyBadge';
import { ChangeCell, NameCell, ReasonsCell, SignalCell } from './cells';
import { clientsText, pointsText } from './row-texts';
import { sortValues } from './sort-values';
import type { ProviderRow } from './use-urgency-list';

export function useColumns({ model }: ScreeningReference): Column<ProviderRow>[] {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useMunicipalities();
  const words = useModelWords(model, { onlyEnglish: true });
  return useMemo(
    () => [
      {
        id: 'urgentie',
        header: t('urgency-list.urgency'),
        value: sortValues.urgentie,
        cell: ({ aanbieder }) =>
          aanbieder.subcategorie && aanbieder.urgentie ? (
            <RedUrgency subCategory={aanbieder.subcategorie} place={aanbieder.urgentie} />
          ) : (
            '–'
          ),
      },
      {
        id: 'aanbieder',
        header: t('urgency-list.provider'),
        rowHeader: true,
        card: 'title',
        value: sortValues.aanbieder,
        cell: ({ aanbieder }) => <NameCell provider={aanbieder} municipalities={aanbieder.gemeenten.map(nameOf)} />,
      },
      { id: 'signaal', header: t('urgency-list.signal'), cell: (row) => <SignalCell row={row} /> },
      {
        id: 'punten',
        header: t('urgency-list.points'),
        numeric: true,
        descendingFirst: true,
        value: sortValues.punten,
        cell: ({ aanbieder }) => pointsText(aanbieder, t),
      },
      {
        id: 'verschil',
        header: t('urgency-list.change'),
        value: sortValues.verschil,
        cell: ({ aanbieder }) => <ChangeCell provider={aanbieder} />,
      },
      {
        id: 'redenen',
        header: t('urgency-list.reasons'),
        card: 'full',
        cell: ({ aanbieder: { kleur }, samenvatting }) => (
          <ReasonsCell colour={kleur} reasons={samenvatting.zwaarsteRedenen} words={words} />
        ),
      },
      {
        id: 'clienten',
        header: t('urgency-list.clients'),
        numeric: true,
        descendingFirst: true,
        value: sortValues.clienten,
        cell: ({ aanbieder }) => clientsText(aanbieder.clienten, t),
      },
      {
        id: 'waarde',
        header: t('urgency-list.value'),
        numeric: true,
        descendingFirst: true,
        value: sortValues.waarde,
        cell: ({ aanbieder }) =>
          aanbieder.waardePerJaar === null ? t('unknown') : format.euro(Math.round(aanbieder.waardePerJaar)),
      },
      {
        id: 'stap',
        header: t('urgency-list.step'),
        value: sortValues.stap,
        cell: ({ aanbieder }) => t(`step.${aanbieder.stap}`),
      },
    ],
    [t, format, nameOf, words],
  );
}
