import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import type { LoadedList } from './use-urgency-list';

type Provider = Schema['AanbiederRij'];

/** A star that says whether the reader follows a provider, and changes it. */
export function FollowButton({ provider: { id, naam, volgt } }: { provider: Provider }) {
  const t = useText();
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);
  const change = async () => {
    const params = { params: { path: { aanbiederId: id } } };
    const verb = volgt ? api.DELETE : api.PUT;
    try {
      await unwrap(verb('/aanbieders/{aanbiederId}/volgen', params));
    } catch {
      return setFailed(true);
    }
    setFailed(false);
    queries.setQueriesData<LoadedList>({ queryKey: ['urgentielijst'] }, (list) => list && marked(list, id, !volgt));
  };
  return (
    <>
      {failed && (
        <span className="urgency-list__detail" role="alert">
          {t('urgency-list.follow-failed')}
        </span>
      )}
      <button
        className="urgency-list__follow"
        type="button"
        aria-pressed={volgt}
        aria-label={t('urgency-list.follow', { name: naam })}
        onClick={() => void change()}
      >
        {volgt ? '★' : '☆'}
      </button>
    </>
  );
}

/** Where only followed ones stand, one that is let go stays until the list is asked for again: pressed by mistake it is still there. */
function marked(list: LoadedList, id: number, volgt: boolean): LoadedList {
  const rows = list.rows.map((row) =>
    row.aanbieder.id === id ? { ...row, aanbieder: { ...row.aanbieder, volgt } } : row,
  );
  return { ...list, rows };
}
