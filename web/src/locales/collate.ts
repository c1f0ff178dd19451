/** Names in the order in which a Dutch reader looks for them. */
const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });
export const compareText = (a: string, b: string) => collator.compare(a, b);
