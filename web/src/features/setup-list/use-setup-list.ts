import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';

export type SetupList = Schema['Instellijst'];
export type Part = Schema['Instelonderdeel'];
export type PartChange = Schema['Instelwijziging'];

const setupKey = ['instellijst'];

export function useSetupList() {
  return useQuery({ queryKey: setupKey, queryFn: () => unwrap(api.GET('/instellijst')) });
}

export function useChangePart() {
  const queries = useQueryClient();
  return async (change: PartChange, version: string) => {
    const list = await unwrap(
      api.PATCH('/instellijst', {
        params: { header: { 'If-Match': version } },
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: { onderdelen: [change] },
      }),
    );
    queries.setQueryData(setupKey, list);
  };
}

/** Names a part in the address; the same kind stands there once per municipality. */
export const partId = (part: Part) => (part.gemeente ? `${part.onderdeel}-${part.gemeente}` : part.onderdeel);
