interface Page {
  volgende: string | null;
}

/** Every page of a list, one after another, for whoever wants all of it. */
export async function everyPage<Each extends Page>(load: (after: string | null) => Promise<Each>): Promise<Each[]> {
  const pages: Each[] = [];
  let after: string | null = null;
  do {
    // Each page tells where the next one begins.
    // oxlint-disable-next-line no-await-in-loop
    const page: Each = await load(after);
    pages.push(page);
    after = page.volgende;
  } while (after !== null);
  return pages;
}

/** The cursor as a parameter, absent on the first page. */
export const from = (after: string | null) => (after === null ? {} : { na: after });
