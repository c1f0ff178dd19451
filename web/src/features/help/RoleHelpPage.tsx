import { getRouteApi, Link } from '@tanstack/react-router';
import { NotFound } from '../../app/NotFound';
import type { RoleName } from '../../api/types';
import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import { chapters, helpRoles } from './chapters';
import { Task } from './Task';
import './help.css';

const route = getRouteApi('/hulp/$role');

/** What one role does with Slagboom. */
export function RoleHelpPage() {
  const given = route.useParams().role;
  const role = helpRoles.find((each) => each === given);
  return role ? <Chapters role={role} /> : <NotFound />;
}

function Chapters({ role }: { role: RoleName }) {
  const t = useText();
  return (
    <div className="help">
      <p>
        <Link className="nl-link" to="/hulp">
          {t('help.back')}
        </Link>
      </p>
      <PageHeading
        title={t('help.for', { role: t(`role.${role}`) })}
        intro={t(`help.role.${role}`)}
        actions={<Button onClick={() => window.print()}>{t('help.print')}</Button>}
      />
      {/* A provider sees no colour. */}
      {role !== 'aanbieder' && <SignalSentence />}
      {chapters[role].map((task) => (
        <Task key={task} task={task} />
      ))}
    </div>
  );
}
