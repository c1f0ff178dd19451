import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { useCurrentModel } from '../../api/model';
import { useMay } from '../../api/session';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { Spoken, useWords } from '../../locales/words';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { ProposalForm } from './ProposalForm';
import { definitionFrom, type Definition } from './definition';
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
  const readsModel = useMay('view_model');
  const failed = [model, facts].find((query) => query.isError);
  const isLoading = facts.isPending || (readsModel && model.isPending);
  const row = facts.data?.find((each) => (rij ? String(each.id) === rij : each.periode === periode));
  const definition = model.data?.feiten.find((each) => each.feit === feit) ?? (row && definitionFrom(row));

  return (
    <>
      <p>
        <Link className="nl-link" to="/aanbieders/$id/feiten" params={{ id }}>
          {t('corrections.to-facts')}
        </Link>
      </p>
      <PageHeading title={t('corrections.propose')} intro={t('corrections.propose-intro')} />
      {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && isLoading && <LoadingState />}
      {!failed && !isLoading && !definition && <EmptyState>{t('corrections.unknown-fact')}</EmptyState>}
      {!failed && !isLoading && definition && periode && (
        <>
          <Current definition={definition} period={periode} row={row} />
          <ProposalForm providerId={Number(id)} definition={definition} period={periode} row={row} />
        </>
      )}
    </>
  );
}

interface CurrentProps {
  definition: Definition;
  period: string;
  row: Schema['Feit'] | undefined;
}

function Current({ definition, period, row }: CurrentProps) {
  const t = useText();
  const words = useWords();
  const valueText = useValueText();
  const value = row?.afgeschermd ? t('corrections.hidden') : valueText(row?.waarde ?? null, definition);
  return (
    <Card>
      <SummaryList
        items={[
          { label: t('corrections.fact'), value: <Spoken words={words(definition.label, definition.labelEngels)} /> },
          { label: t('corrections.period'), value: period },
          { label: t('corrections.current'), value },
          ...(row ? [{ label: t('corrections.source'), value: <span lang="nl">{row.bron.naam}</span> }] : []),
        ]}
      />
    </Card>
  );
}
