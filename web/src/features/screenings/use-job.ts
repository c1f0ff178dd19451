import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';

type Job = Schema['Taak'];

/** The contract asks for no more than once a second. */
const pause = 2000;

export const isUnderWay = (job: Job) => job.status === 'wachtend' || job.status === 'bezig';

/** The screening that a job made; null while there is none. */
export function screeningOf({ resultaat }: Job): string | null {
  return resultaat?.match(/\/screenings\/([0-9]+)$/)?.[1] ?? null;
}

/** How far a job is, asked again until it is done. */
export function useJob(id: string) {
  const queries = useQueryClient();
  const job = useQuery({
    queryKey: ['taken', id],
    queryFn: () => unwrap(api.GET('/taken/{taakId}', { params: { path: { taakId: Number(id) } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? pause : false),
  });
  const isDone = job.data?.status === 'gelukt';
  useEffect(() => {
    if (!isDone) return;
    // What was loaded before is no longer the latest.
    for (const queryKey of [['screenings'], ['urgentielijst'], ['verdeling'], ['taken', 'lijst']])
      void queries.invalidateQueries({ queryKey });
  }, [isDone, queries]);
  return job;
}
