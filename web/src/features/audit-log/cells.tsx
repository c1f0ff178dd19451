import { useMunicipalities } from '../../api/reference-data';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { isAction, isSubject } from './actions';
import type { Entry } from './use-audit-log';
import { referenceWords } from './words';
import './audit-log.css';

/** What both the log and that of one dossier show of an entry. Each word that is newer than this page stands as it is. */
export const whatCell = ({ handeling }: Entry) => <What action={handeling} />;
export const subjectCell = ({ onderwerp }: Entry) => <Subject subject={onderwerp} />;
export const referenceCell = (entry: Entry) => (entry.verwijzing ? <Reference entry={entry} /> : '–');

function What({ action }: { action: string }) {
  const t = useText();
  return <>{isAction(action) ? t(`audit-log.action.${action}`) : <span lang="nl">{action}</span>}</>;
}

function Subject({ subject: { soort, id } }: { subject: Entry['onderwerp'] }) {
  const t = useText();
  return (
    <>
      {isSubject(soort) ? t(`audit-log.subject.${soort}`) : <span lang="nl">{soort}</span>} {id}
    </>
  );
}

function Reference({ entry }: { entry: Entry }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useMunicipalities();
  return <span className="audit-log__reference">{referenceWords(entry, { t, format, municipality: nameOf })}</span>;
}
