import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMay } from '../../api/session';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { DataTable, type Column } from '../../ui/data-table/DataTable';
import { referenceCell, subjectCell, whatCell } from './cells';
import type { Entry } from './use-audit-log';

const route = getRouteApi('/logboek');

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

const whoCell = (entry: Entry) => <Who entry={entry} />;
const providerCell = ({ aanbieder }: Entry) => (aanbieder === null ? '–' : <Provider provider={aanbieder} />);

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

/** The name keeps the log to this provider. */
function Provider({ provider: { id, naam } }: { provider: NonNullable<Entry['aanbieder']> }) {
  const t = useText();
  const search = route.useSearch();
  const mayView = useMay('view_provider');
  return (
    <>
      <Link
        className="nl-link"
        to="/logboek"
        search={{ ...search, aanbieder: String(id) }}
        resetScroll={false}
        aria-label={t('audit-log.only-provider', { name: naam })}
      >
        {naam}
      </Link>
      {mayView && (
        <Link className="nl-link audit-log__dossier" to="/aanbieders/$id" params={{ id: String(id) }}>
          {t('audit-log.open-dossier')}
          <span className="visually-hidden">: {naam}</span>
        </Link>
      )}
    </>
  );
}
