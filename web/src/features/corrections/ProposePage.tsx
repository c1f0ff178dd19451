import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { ProposalForm } from './ProposalForm';
import { useCurrentModel } from './queries';
import { useValueText } from './value-text';

const route = getRouteApi('/aanbieders/$id/correctie');

/** Says that a fact is not right, or what it should be. */
export function ProposePage() {
  const t = useText();
  const { id } = route.useParams();
  const { feit, periode, rij } = route.useSearch();
  const model = useCurrentModel();
  const facts = useQuery({
    queryKey: ['aanbieder', Number(id), 'feiten', 'een', feit],
    queryFn: async () => {
      const params = { path: { aanbiederId: Number(id) }, query: { feit: feit ?? '' } };
      return (await unwrap(api.GET('/aanbieders/{aanbiederId}/feiten', { params }))).feiten;
    },
  });
  const failed = [model, facts].find((query) => query.isError);
  const definition = model.data?.feiten.find((each) => each.feit === feit);
  const row = facts.data?.find((each) => (rij ? String(each.id) === rij : each.periode === periode));

  return (
    <>
      <p>
        <Link className="nl-link" to="/aanbieders/$id/feiten" params={{ id }}>
          {t('corrections.to-facts')}
        </Link>
      </p>
      <PageHeading title={t('corrections.propose')} intro={t('corrections.propose-intro')} />
      {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !(model.data && facts.data) && <LoadingState />}
      {model.data && facts.data && !definition && <EmptyState>{t('corrections.unknown-fact')}</EmptyState>}
      {facts.data && definition && periode && (
        <>
          <Current definition={definition} period={periode} row={row} />
          <ProposalForm providerId={Number(id)} definition={definition} period={periode} row={row} />
        </>
      )}
    </>
  );
}

interface CurrentProps {
  definition: Schema['Feitdefinitie'];
  period: string;
  row: Schema['Feit'] | undefined;
}

function Current({ definition, period, row }: CurrentProps) {
  const t = useText();
  const valueText = useValueText();
  const value = row?.afgeschermd ? t('corrections.hidden') : valueText(row?.waarde ?? null, definition);
  return (
    <Card>
      <SummaryList
        items={[
          { label: t('corrections.fact'), value: definition.label },
          { label: t('corrections.period'), value: period },
          { label: t('corrections.current'), value },
          ...(row ? [{ label: t('corrections.source'), value: row.bron.naam }] : []),
        ]}
      />
    </Card>
  );
}
