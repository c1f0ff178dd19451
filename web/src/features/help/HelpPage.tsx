import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import { general, helpRoles } from './chapters';
import { Task } from './Task';
import './help.css';

/** The manual: first one's own role, then what holds for everybody. */
export function HelpPage() {
  const t = useText();
  const { data: session } = useSession();
  const own = new Set(session?.rollen.map((role) => role.rol));
  const roles = helpRoles.toSorted((a, b) => Number(own.has(b)) - Number(own.has(a)));
  return (
    <div className="help">
      <PageHeading title={t('help.title')} intro={t('help.intro')} />
      <SignalSentence />
      <Card title={t('help.roles')}>
        <ul className="help__roles">
          {roles.map((role) => (
            <li key={role}>
              <Link className="nl-link" to="/hulp/$role" params={{ role }}>
                {t(`role.${role}`)}
              </Link>
              {own.has(role) && <b> {t('help.your-role')}</b>}
            </li>
          ))}
        </ul>
      </Card>
      <h2>{t('help.everybody')}</h2>
      {general.map((task) => (
        <Task key={task} task={task} />
      ))}
      <p>
        <Link className="nl-link" to="/toegankelijkheid">
          {t('help.accessibility')}
        </Link>
      </p>
    </div>
  );
}
