import { useIntl } from 'react-intl';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';

export type Value = Schema['Waarde'];

/** A number in a rule carries no unit; the text of the rule says whether it is a share or an amount. */
export function usePartText() {
  const t = useText();
  const intl = useIntl();
  const format = useFormat();
  return (value: Value, rule: string): string => {
    if (value === null) return t('unknown');
    if (typeof value === 'boolean') return t(value ? 'fact.yes' : 'fact.no');
    if (typeof value === 'string')
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.shortDate(value) : value.replaceAll('_', ' ');
    if (rule.includes('%')) return intl.formatNumber(value, { style: 'percent', maximumFractionDigits: 1 });
    return rule.includes('€') ? format.euro(value) : format.number(value);
  };
}

const kinds = ['register', 'vragenlijst', 'gemeente', 'poorttoets', 'declaratietotaal', 'toezicht', 'jaarstuk'];

/** How sure a value is, by the kind of its source: established, told, or derived. */
export function certaintyKey(kind: string): string {
  return kinds.includes(kind) ? `dossier.certainty.${kind}` : 'dossier.certainty.other';
}
