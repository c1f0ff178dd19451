import { useMunicipalities } from '../../api/reference-data';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import type { Role } from './use-accounts';

/** A role with its reach and its days, on one line. */
export function RoleText({ role }: { role: Role }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useMunicipalities();
  const details = [
    role.gemeente && nameOf(role.gemeente),
    role.aanbieder && t('accounts.provider-number', { number: role.aanbieder }),
    role.tot && t('accounts.until', { date: format.date(role.tot) }),
  ].filter(Boolean);
  return <>{[t(`role.${role.rol}`), ...details].join(', ')}</>;
}
