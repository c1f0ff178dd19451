import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { optionWords } from '../../api/model-words';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useLanguage, useText } from '../../locales/Language';
import { Spoken, wordsIn } from '../../locales/words';

export type Value = Schema['Waarde'];
type FactType = Schema['Feittype'];

interface Kind {
  type: FactType;
  unit?: string | null;
  options?: Schema['Optie'][];
}

/** Values, periods and parts of a rule, as a reader expects them. */
export function useValues() {
  const t = useText();
  const intl = useIntl();
  const { language } = useLanguage();
  const format = useFormat();

  const yesNo = (value: boolean) => t(value ? 'dossier.yes' : 'dossier.no');

  /** The value of a fact of a known type. */
  const factText = (value: Value, { type, unit, options }: Kind): ReactNode => {
    if (value === null) return t('unknown');
    if (typeof value === 'boolean') return yesNo(value);
    if (typeof value === 'number') {
      if (type === 'bedrag') return format.euro(value);
      if (!unit) return format.number(value);
      return (
        <>
          {format.number(value)} <Spoken words={wordsIn(language, unit, null)} />
        </>
      );
    }
    if (type === 'datum') return format.shortDate(value);
    return <Spoken words={optionWords(language, options, value)} />;
  };

  /** A number in a rule carries no unit; the text of the rule says whether it is a share or an amount. */
  const partText = (value: Value, rule: string): string => {
    if (value === null) return t('unknown');
    if (typeof value === 'boolean') return yesNo(value);
    if (typeof value === 'string')
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.shortDate(value) : value.replaceAll('_', ' ');
    if (rule.includes('%')) return intl.formatNumber(value, { style: 'percent', maximumFractionDigits: 1 });
    return rule.includes('€') ? format.euro(value) : format.number(value);
  };

  const periodText = (period: string): string => {
    const quarter = /^(\d{4})-Q(\d)$/.exec(period);
    if (quarter) return t('dossier.quarter', { year: quarter[1] ?? '', quarter: quarter[2] ?? '' });
    if (/^\d{4}$/.test(period)) return period;
    if (period.length === 7) return intl.formatDate(`${period}-01`, { month: 'long', year: 'numeric' });
    return format.shortDate(period);
  };

  return { factText, partText, periodText };
}

const kinds = ['register', 'vragenlijst', 'gemeente', 'poorttoets', 'declaratietotaal', 'toezicht', 'jaarstuk'];

/** How sure a value is, by the kind of its source: established, told, or derived. */
export function certaintyKey(kind: string): string {
  return kinds.includes(kind) ? `dossier.certainty.${kind}` : 'dossier.certainty.other';
}
