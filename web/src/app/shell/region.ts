import { useQuery } from '@tanstack/react-query';

interface Region {
  naam: string;
  logo: string | null;
  /** A message of the installation for everyone, above each page. */
  melding: { nl: string; en: string } | null;
}

async function loadRegion(): Promise<Region> {
  const answer = await fetch('/thema/thema.json');
  if (!answer.ok) throw new Error(`/thema/thema.json: ${answer.status}`);
  return (await answer.json()) as Region;
}

/** Name and logo of the region whose installation this is. */
export function useRegion() {
  return useQuery({ queryKey: ['thema'], queryFn: loadRegion, staleTime: Infinity }).data;
}
