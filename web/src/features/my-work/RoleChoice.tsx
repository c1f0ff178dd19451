import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session';
import { useText } from '../../locales/Language';
import { inRole, rolesOf, useWorker } from './roles';

/** For who has several roles: the work of all of them, or of one. */
export function RoleChoice() {
  const t = useText();
  const { data: session } = useSession();
  const worker = useWorker();
  if (!session || !worker) return null;
  const roles = rolesOf(session);
  if (roles.length < 2) return null;
  const all = rolesOf(worker).length > 1;
  return (
    <nav className="my-work__roles" aria-label={t('my-work.role')}>
      <p className="my-work__roles-text">{t('my-work.role.text')}</p>
      <Link className="nl-link" to="/werk" search={{}} aria-current={all ? 'true' : undefined}>
        {t('my-work.role.all')}
      </Link>
      {roles.map((rol) => {
        const current = !all && inRole(session, rol).rollen[0]?.rol === worker.rollen[0]?.rol;
        return (
          <Link key={rol} className="nl-link" to="/werk" search={{ rol }} aria-current={current ? 'true' : undefined}>
            {t(`role.${rol}`)}
          </Link>
        );
      })}
    </nav>
  );
}
