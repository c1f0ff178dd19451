import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../../api/client';
import { useMay } from '../../../api/session';
import type { Schema, ScreeningReference } from '../../../api/types';
import { useText } from '../../../locales/Language';
import type { Terms } from './terms';

type Cell = { feit: string; periode: string };
export type OpenCorrection = Pick<Schema['Correctie'], 'id' | 'feit' | 'periode' | 'feitId' | 'ingediendOp'>;

/** The corrections of a provider that wait for a decision. */
export function useOpenCorrections(providerId: number): OpenCorrection[] {
  const { data } = useQuery({
    queryKey: ['correcties', 'open', 'aanbieder', providerId],
    queryFn: async () =>
      (
        await unwrap(
          api.GET('/correcties', { params: { query: { status: 'open', aanbieder: providerId, aantal: 500 } } }),
        )
      ).correcties,
    enabled: useMay('list_corrections'),
  });
  return data ?? [];
}

/** Those that were open already when a screening looked: before that a value was unknown for another reason. */
export function openAt(open: OpenCorrection[], screening: ScreeningReference | undefined): OpenCorrection[] {
  if (!screening) return [];
  return open.filter(({ ingediendOp }) => Date.parse(ingediendOp) <= Date.parse(screening.geregistreerdOp));
}

/**
 * The correction that a value waits for. What was told on one day and is asked of any day is unknown on the day of the
 * screening, so there the period tells nothing.
 */
export function disputeOf({ feit, periode }: Cell, open: OpenCorrection[], terms: Pick<Terms, 'definition'>) {
  const anyDay = terms.definition(feit)?.frequentie === 'datum';
  return open.find((correction) => correction.feit === feit && (anyDay || correction.periode === periode));
}

/** Says why a value is unknown for now, and leads to where that is decided. */
export function Dispute({ correction: { id, feitId } }: { correction: OpenCorrection }) {
  const t = useText();
  return (
    <>
      {t(feitId === null ? 'dossier.dispute.proposed' : 'dossier.dispute.disputed')}{' '}
      <Link className="nl-link" to="/correcties/$id" params={{ id: String(id) }}>
        {t('dossier.facts.correction')}
      </Link>
    </>
  );
}
