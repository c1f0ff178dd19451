import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMay } from '../../api/session';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import { isKnown } from './actions';
import type { Entry } from './use-audit-log';

export function Entries({ entries }: { entries: Entry[] }) {
  const t = useText();
  const columns = useColumns();
  return (
    <DataTable
      caption={t('audit-log.caption')}
      columns={columns}
      rows={entries}
      rowId={(entry) => String(entry.nummer)}
      pageSize={Infinity}
    />
  );
}

function useColumns(): Column<Entry>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'nummer', header: t('audit-log.number'), rowHeader: true, card: 'corner', cell: (entry) => entry.nummer },
      { id: 'op', header: t('audit-log.when'), card: 'full', cell: (entry) => format.moment(entry.op) },
      { id: 'wie', header: t('audit-log.who'), card: 'full', cell: whoCell },
      { id: 'wat', header: t('audit-log.what'), card: 'title', cell: whatCell },
      { id: 'onderwerp', header: t('audit-log.subject'), cell: subjectCell },
      { id: 'aanbieder', header: t('audit-log.provider'), cell: providerCell },
      { id: 'verwijzing', header: t('audit-log.reference'), card: 'full', cell: referenceCell },
    ],
    [t, format],
  );
}

const subjectCell = ({ onderwerp }: Entry) => (
  <span lang="nl">{[onderwerp.soort, onderwerp.id].filter(Boolean).join(' ')}</span>
);
const whoCell = (entry: Entry) => <Who entry={entry} />;
const whatCell = (entry: Entry) => <What action={entry.handeling} />;
const providerCell = ({ aanbieder }: Entry) => (aanbieder === null ? '–' : <Dossier id={aanbieder} />);
const referenceCell = (entry: Entry) =>
  entry.verwijzing ? <span className="audit-log__reference">{entry.verwijzing}</span> : '–';

function Who({ entry }: { entry: Entry }) {
  const t = useText();
  const through = entry.namens === 'sleutel' || entry.namens === 'taak';
  return (
    <>
      {entry.gebruiker?.weergavenaam ?? t('audit-log.installation')}
      {through && (
        <span className="audit-log__via">{t(`audit-log.via.${entry.namens}`, { number: entry.via ?? '' })}</span>
      )}
    </>
  );
}

/** Whoever reads no dossiers still reads the log of one. */
function Dossier({ id }: { id: number }) {
  const t = useText();
  const mayView = useMay('view_provider');
  return (
    <Link
      className="nl-link"
      to={mayView ? '/aanbieders/$id' : '/aanbieders/$id/logboek'}
      params={{ id: String(id) }}
      aria-label={t('audit-log.open-dossier', { number: id })}
    >
      {id}
    </Link>
  );
}

/** An action that is newer than this page is shown under its own name. */
function What({ action }: { action: string }) {
  const t = useText();
  return <>{isKnown(action) ? t(`audit-log.action.${action}`) : action}</>;
}
