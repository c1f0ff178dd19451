import type { Words } from './words';

/** What a text of the server, a refusal above all, says on this page. */
export type ServerText = (dutch: string) => Words;

/** A Dutch page says what the server says. */
export const asItIs: ServerText = (dutch) => ({ text: dutch });

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * From Dutch texts, with {} for what differs each time, to English ones that name those {0}, {1}. What is not among them,
 * like the faults of a file's rows, stays Dutch.
 */
export function inEnglish(texts: Record<string, string>): ServerText {
  const patterns = Object.entries(texts)
    .filter(([dutch]) => dutch.includes('{}'))
    .map(([dutch, english]) => ({ dutch: new RegExp(`^${dutch.split('{}').map(escaped).join('(.+)')}$`), english }));
  return (dutch) => {
    const whole = texts[dutch];
    if (whole !== undefined) return { text: whole };
    for (const { dutch: pattern, english } of patterns) {
      const found = pattern.exec(dutch);
      if (found) return { text: english.replaceAll(/\{(\d)\}/g, (_, place: string) => found[Number(place) + 1] ?? '') };
    }
    return { text: dutch, lang: 'nl' };
  };
}
