import { getRouteApi, Link } from '@tanstack/react-router';
import { useCurrentModel } from '../../api/model';
import { useMay } from '../../api/session';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { useFormat } from '../../locales/format';
import { Spoken } from '../../locales/words';
import { Card } from '../../ui/card/Card';
import { HiddenValue, useFactName, useFactValue } from '../../ui/fact/fact-words';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states/States';
import { sourceName } from '../../ui/source-tag/source-name';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { ProposalForm } from './ProposalForm';
import { definitionOf, useProviderName, useRows, type Definition } from './definition';

const route = getRouteApi('/aanbieders/$id/correctie');

/** Says that a fact is not right, or what it should be. */
export function ProposePage() {
  const t = useText();
  const { id } = route.useParams();
  const { feit, periode, rij } = route.useSearch();
  const model = useCurrentModel();
  const facts = useRows(Number(id), feit ?? '', feit !== undefined);
  const readsModel = useMay('view_model');
  const failed = [model, facts].find((query) => query.isError);
  const isLoading = facts.isLoading || (readsModel && model.isPending);
  const valid = facts.data?.filter((each) => each.vervangenOp === null);
  const row = valid?.find((each) =>
    rij ? String(each.id) === rij : each.periode === periode && each.status !== 'ingehaald',
  );
  const known = model.data?.feiten.find((each) => each.feit === feit);
  // What was found wrong no longer counts, and still says what kind of fact it is.
  const definition = definitionOf(known, row ?? facts.data?.[0]);

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
          <Current providerId={Number(id)} definition={definition} period={periode} row={row} />
          <ProposalForm providerId={Number(id)} definition={definition} period={periode} row={row} />
        </>
      )}
    </>
  );
}

interface CurrentProps {
  providerId: number;
  definition: Definition;
  period: string;
  row: Schema['Feit'] | undefined;
}

function Current({ providerId, definition, period, row }: CurrentProps) {
  const { data: name } = useProviderName(providerId);
  const t = useText();
  const format = useFormat();
  const factName = useFactName();
  const factValue = useFactValue();
  const value = row?.afgeschermd ? <HiddenValue type={row.type} /> : factValue(row?.waarde ?? null, definition);
  return (
    <Card>
      <SummaryList
        items={[
          ...(name ? [{ label: t('corrections.provider'), value: name }] : []),
          { label: t('corrections.fact'), value: <Spoken words={factName(definition)} /> },
          { label: t('corrections.period'), value: format.period(period) },
          { label: t('corrections.current'), value },
          ...(row ? [{ label: t('corrections.source'), value: <Spoken words={sourceName(row.bron.naam, t)} /> }] : []),
        ]}
      />
    </Card>
  );
}
