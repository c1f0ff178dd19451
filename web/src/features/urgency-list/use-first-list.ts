import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { asksNothing, keptSearch, type UrgencySearch } from './search';
import { useOwnLists } from './use-own-lists';

/** Whoever comes here without asking for anything sees the list that he chose to see first. */
export function useFirstList(search: UrgencySearch) {
  const navigate = useNavigate({ from: '/urgentielijst' });
  const { data: lists } = useOwnLists();
  const first = lists?.find((list) => list.standaard)?.zoekopdracht;
  const opens = asksNothing(search) && first !== undefined;
  useEffect(() => {
    if (opens) void navigate({ search: keptSearch(first), replace: true });
  }, [opens, first, navigate]);
}
