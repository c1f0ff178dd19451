import { rolesWith } from '../api/session';
import type { Session, Verb } from '../api/types';
import { useText } from '../locales/Language';
import { PageHeading } from '../ui/page-heading/PageHeading';

/** Says why a page stays closed, and who can help; never a blank refusal. */
export function NoAccess({ session, verb }: { session: Session; verb: Verb }) {
  const t = useText();
  const own = [...new Set(session.rollen.map((role) => t(`role.${role.rol}`)))].join(', ');
  return (
    <>
      <PageHeading title={t('no-access.title')} />
      <p>{own ? t('no-access.role', { role: own }) : t('no-access.no-role')}</p>
      <p>{t('no-access.for')}</p>
      <ul>
        {rolesWith(verb).map((role) => (
          <li key={role}>{t(`role.${role}`)}</li>
        ))}
      </ul>
      <p>{t('no-access.ask')}</p>
    </>
  );
}
