import { useFormat } from '../../../locales/format';
import { useText } from '../../../locales/Language';
import { DataTable, type Column } from '../../../ui/data-table/DataTable';
import { SourceTag } from '../../../ui/source-tag/SourceTag';
import type { Schema } from '../../../api/types';
import { useDossier, useSources } from '../queries';

type Source = Schema['Bron'];

const nameCell = ({ naam }: Source) => <SourceTag name={naam} />;
const inDutch = (text: string) => <span lang="nl">{text}</span>;

/** Under which conditions the data came. */
export function Sources() {
  const t = useText();
  const format = useFormat();
  const { id, asOf } = useDossier();
  const { data } = useSources(id, asOf);
  if (!data || data.length === 0) return null;
  const columns: Column<Source>[] = [
    {
      id: 'name',
      header: t('dossier.facts.source'),
      rowHeader: true,
      card: 'title',
      cell: nameCell,
    },
    { id: 'document', header: t('dossier.sources.document'), cell: (source) => source.document ?? '–' },
    { id: 'ground', header: t('dossier.sources.ground'), card: 'full', cell: (source) => inDutch(source.grondslag) },
    { id: 'purpose', header: t('dossier.sources.purpose'), card: 'full', cell: (source) => inDutch(source.doel) },
    { id: 'keep', header: t('dossier.sources.keep'), cell: (source) => keepText(source.bewaartermijn) },
    { id: 'since', header: t('dossier.sources.since'), cell: (source) => format.shortDate(source.ontvangenOp) },
  ];
  const keepText = (duration: string) => {
    const years = /^P(\d+)Y$/.exec(duration)?.[1];
    return years ? t('dossier.sources.years', { years }) : duration;
  };
  return (
    <DataTable
      caption={t('dossier.sources.title')}
      columns={columns}
      rows={data}
      rowId={(source) => String(source.id)}
    />
  );
}
