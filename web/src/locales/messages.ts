export type Language = 'nl' | 'en';
export type Messages = Record<string, string>;

/** One file of each feature and one of the whole, put together; a key begins with the name of its feature. */
export function merge(files: Record<string, Messages>): Messages {
  return Object.assign({}, ...Object.values(files));
}
