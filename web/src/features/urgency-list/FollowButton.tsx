import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import type { LoadedList } from './use-urgency-list';

type Provider = Schema['AanbiederRij'];

/** A star that says whether the reader follows a provider, and changes it. */
export function FollowButton({ provider: { id, naam, volgt } }: { provider: Provider }) {
  const t = useText();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: async (follow: boolean) => {
      const params = { params: { path: { aanbiederId: id } } };
      await unwrap(
        follow
          ? api.PUT('/aanbieders/{aanbiederId}/volgen', params)
          : api.DELETE('/aanbieders/{aanbiederId}/volgen', params),
      );
    },
    onSuccess: (_answer, follow) => {
      queries.setQueriesData<LoadedList>({ queryKey: ['urgentielijst'] }, (list) => list && marked(list, id, follow));
    },
  });
  return (
    <button
      className="urgency-list__follow"
      type="button"
      aria-pressed={volgt}
      aria-label={t('urgency-list.follow', { name: naam })}
      title={change.isError ? t('urgency-list.follow-failed') : undefined}
      onClick={() => change.mutate(!volgt)}
    >
      <span aria-hidden="true">{volgt ? '★' : '☆'}</span>
    </button>
  );
}

/** Where only followed ones stand, one that is let go stays until the list is asked for again: pressed by mistake it is still there. */
function marked(list: LoadedList, id: number, volgt: boolean): LoadedList {
  const rows = list.rows.map((row) =>
    row.aanbieder.id === id ? { ...row, aanbieder: { ...row.aanbieder, volgt } } : row,
  );
  return { ...list, rows };
}
