// The state of a page in its address: plain words that a reader can understand, change and send to a colleague.

export type Search = Record<string, unknown>;

/** `kleur=rood&kleur=oranje` is a list; everything else is text. No JSON, so that an address stays readable. */
export function parseSearch(text: string): Search {
  const parameters = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

export function stringifySearch(search: Search): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const values = Array.isArray(value) ? value : [value];
    for (const each of values)
      if (each !== undefined && each !== null && each !== '') parameters.append(name, String(each));
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

/**
 * Whether a change is a step to go back to: something that was chosen is, and so is the first that is typed in a search.
 * What is typed after it is none, nor what stands in `quiet`, as the order of the rows.
 */
export function isStep(before: Search, changed: Search, quiet: readonly string[] = []): boolean {
  const beginsSearch = 'zoek' in changed && before.zoek === undefined;
  return beginsSearch || Object.keys(changed).some((name) => name !== 'zoek' && !quiet.includes(name));
}

/** What somebody typed in an address is as uncertain as any other input: what does not fit is left out. */
export function textIn(search: Search, name: string): string | undefined {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function oneOf<Word extends string>(search: Search, name: string, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === search[name]);
}

export function someOf<Word extends string>(search: Search, name: string, words: readonly Word[]): Word[] | undefined {
  const value = search[name];
  const given = Array.isArray(value) ? value : [value];
  const known = words.filter((word) => given.includes(word));
  return known.length > 0 ? known : undefined;
}
