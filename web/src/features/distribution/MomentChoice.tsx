import type { ScreeningHead } from '../../api/screenings';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { SelectField } from '../../ui/select-field/SelectField';
import type { DistributionSearch } from './search';

interface Props {
  screenings: ScreeningHead[];
  from: number | undefined;
  until: number | undefined;
  onChange: (changed: DistributionSearch) => void;
}

/** Which two screenings are beside each other. */
export function MomentChoice({ screenings, from, until, onChange }: Props) {
  const t = useText();
  const format = useFormat();
  const choices = screenings.map(({ screening }) => ({
    value: String(screening.id),
    label: t(screening.proef ? 'distribution.choice-trial' : 'distribution.choice', {
      date: format.date(screening.peildatum),
      phase: t(`distribution.phase.${screening.fase}`),
      number: screening.id,
    }),
  }));
  return (
    <section className="distribution__choice" aria-label={t('distribution.moments')}>
      <SelectField
        id="van"
        label={t('distribution.first')}
        choices={choices}
        value={from}
        onChange={(event) => onChange({ van: Number(event.target.value) })}
      />
      <SelectField
        id="tot"
        label={t('distribution.second')}
        choices={choices}
        value={until}
        onChange={(event) => onChange({ tot: Number(event.target.value) })}
      />
    </section>
  );
}
