// The list that a dossier was opened from, so that the next dossier is one press away. It lives as long as the window.

export interface Stop {
  href: string;
  name: string;
}

interface Walk {
  list: string;
  stops: Stop[];
}

let walk: Walk | null = null;

/** Remembers the rows as they stand there, filtered and sorted. A link that stands alone begins no walk. */
export function beginWalk(link: HTMLAnchorElement) {
  const rows = link.closest('tbody')?.querySelectorAll<HTMLAnchorElement>('th a[href^="/aanbieders/"]') ?? [];
  const stops = [...rows].map((each) => ({ href: each.pathname, name: each.textContent }));
  walk = stops.length > 1 ? { list: location.pathname + location.search, stops } : null;
}

/** Where a dossier stands in the list that was walked through. */
export function placeIn(href: string) {
  const place = walk?.stops.findIndex((stop) => stop.href === href) ?? -1;
  if (!walk || place < 0) return null;
  const { list, stops } = walk;
  return { list, number: place + 1, count: stops.length, previous: stops[place - 1], next: stops[place + 1] };
}
