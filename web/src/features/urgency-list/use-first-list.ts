import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { parseSearch } from '../../app/search';
import { readSearch, type UrgencySearch } from './search';
import { useOwnLists } from './use-own-lists';

/** Whoever comes here without asking for anything sees the list that he chose to see first; clearing filters later shows all. */
export function useFirstList(search: UrgencySearch) {
  const navigate = useNavigate({ from: '/urgentielijst' });
  const { data: lists } = useOwnLists();
  const asked = useRef(Object.values(search).some((value) => value !== undefined));
  const first = lists?.find((list) => list.standaard)?.zoekopdracht;
  useEffect(() => {
    if (asked.current || lists === undefined) return;
    asked.current = true;
    if (first !== undefined) void navigate({ search: readSearch(parseSearch(first)), replace: true });
  }, [lists, first, navigate]);
}
