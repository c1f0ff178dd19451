import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey, unwrap } from '../../api/client';
import { from } from '../../api/pages';
import type { Schema } from '../../api/types';

export type Account = Schema['Gebruiker'];
export type Role = Schema['Rol'];
export type NewRole = Schema['NieuweRol'];

const accountsKey = ['gebruikers'];
const mergePatch = { 'Content-Type': 'application/merge-patch+json' };

/** Accounts in the order of their names. */
export function useAccounts(search?: string) {
  return useInfiniteQuery({
    queryKey: [...accountsKey, 'lijst', search ?? ''],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/gebruikers', { params: { query: { zoek: search, aantal: 100, ...from(pageParam) } } })),
    getNextPageParam: (page) => page.volgende,
    placeholderData: (before) => before,
  });
}

export function useAccount(id: number) {
  return useQuery({
    queryKey: [...accountsKey, id],
    queryFn: () => unwrap(api.GET('/gebruikers/{gebruikerId}', { params: { path: { gebruikerId: id } } })),
  });
}

/** Everything that changes an account; each says which version it was made on. */
export function useAccountChanges(id: number) {
  const queries = useQueryClient();
  const path = { gebruikerId: id };
  const seen = async () => queries.invalidateQueries({ queryKey: accountsKey });
  return {
    rename: async (name: string, version: string) => {
      await unwrap(
        api.PATCH('/gebruikers/{gebruikerId}', {
          params: { path, header: { 'If-Match': version } },
          headers: mergePatch,
          body: { weergavenaam: name },
        }),
      );
      await seen();
    },
    giveRoles: async (roles: NewRole[], version: string) => {
      await unwrap(
        api.PUT('/gebruikers/{gebruikerId}/rollen', {
          params: { path, header: { 'If-Match': version } },
          body: { rollen: roles },
        }),
      );
      await seen();
    },
    restore: async (body: Schema['NieuwHerstel']) => {
      const header = { 'Idempotency-Key': newIdempotencyKey() };
      const restored = await unwrap(api.POST('/gebruikers/{gebruikerId}/herstel', { params: { path, header }, body }));
      await seen();
      return restored;
    },
    block: async (reason: string) => {
      await unwrap(
        api.POST('/gebruikers/{gebruikerId}/blokkade', {
          params: { path, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { reden: reason },
        }),
      );
      await seen();
    },
    unblock: async () => {
      await unwrap(api.DELETE('/gebruikers/{gebruikerId}/blokkade', { params: { path } }));
      await seen();
    },
  };
}

export function useMakeAccount() {
  const queries = useQueryClient();
  return async (body: Schema['NieuweGebruiker']) => {
    const header = { 'Idempotency-Key': newIdempotencyKey() };
    const made = await unwrap(api.POST('/gebruikers', { params: { header }, body }));
    await queries.invalidateQueries({ queryKey: accountsKey });
    return made;
  };
}
