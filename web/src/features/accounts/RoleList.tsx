import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { RoleText } from './RoleText';
import type { Role } from './use-accounts';

/** Roles with the decisions that they rest on. */
export function RoleList({ roles }: { roles: Role[] }) {
  const t = useText();
  if (roles.length === 0) return <p>{t('accounts.no-roles')}</p>;
  return (
    <ul>
      {roles.map((role) => (
        <li key={JSON.stringify(role)}>
          <RoleText role={role} />
          <Decision role={role} />
        </li>
      ))}
    </ul>
  );
}

function Decision({ role }: { role: Role }) {
  const t = useText();
  const format = useFormat();
  const decision = role.aanwijzing ?? role.mandaat;
  if (!decision) return null;
  return <>: {t('accounts.decision-of', { document: decision.stuk, date: format.date(decision.datum) })}</>;
}
