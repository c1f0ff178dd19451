import { getRouteApi, Link } from '@tanstack/react-router';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Said } from '../../locales/words';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { OutcomeTiles } from './OutcomeTiles';
import { ReportLines } from './ReportLines';
import { useImport, type Report } from './use-imports';
import './imports.css';

const route = getRouteApi('/gegevens/$importId');

/** What a delivery brought, row by row. */
export function ImportReportPage() {
  const t = useText();
  const id = Number(route.useParams().importId);
  const { uitkomst } = route.useSearch();
  const report = useImport(id);
  return (
    <>
      <p>
        <Link className="nl-link" to="/gegevens">
          {t('imports.back')}
        </Link>
      </p>
      <PageHeading
        title={report.data?.kop.bestandsnaam ?? t('imports.report')}
        intro={report.data && t(`imports.kind.${report.data.kop.soort}`)}
      />
      {report.isPending && <LoadingState />}
      {report.isError && <ErrorState error={report.error} onRetry={() => void report.refetch()} />}
      {report.data && (
        <>
          <About report={report.data} />
          <OutcomeTiles counts={report.data.kop.tellingen} chosen={uitkomst} />
          <ReportLines id={id} outcome={uitkomst} />
        </>
      )}
    </>
  );
}

function About({ report }: { report: Report }) {
  const t = useText();
  const format = useFormat();
  return (
    <Card>
      <SummaryList
        items={[
          { label: t('imports.by'), value: report.kop.door.weergavenaam },
          { label: t('imports.when'), value: format.moment(report.kop.op) },
          { label: t('imports.sha256'), value: <code className="imports__hash">{report.kop.sha256}</code> },
        ]}
      />
      {report.herkend.length > 0 && <Recognised sentences={report.herkend} heading="h2" />}
    </Card>
  );
}

interface RecognisedProps {
  sentences: string[];
  /** One below the heading that it stands under. */
  heading: 'h2' | 'h3';
}

export function Recognised({ sentences, heading: Heading }: RecognisedProps) {
  const t = useText();
  return (
    <>
      <Heading className="imports__recognised">{t('imports.recognised')}</Heading>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Said dutch={sentence} />
          </li>
        ))}
      </ul>
    </>
  );
}
