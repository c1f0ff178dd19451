import type { Words } from './words';

/** What a text of the server, a refusal above all, says on this page. */
export type ServerText = (dutch: string) => Words;

/** A Dutch page says what the server says. */
export const asItIs: ServerText = (dutch) => ({ text: dutch });

interface Pattern {
  dutch: RegExp;
  english: string;
  /** Which parts are texts of the server themselves: without their English the whole has none. */
  texts: boolean[];
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const holes = /\{\*?\}/g;

function patternOf([dutch, english]: [string, string]): Pattern {
  // Of two holes in a row the second is an addition, which begins with ";" or is not there.
  const filled = dutch.split(holes).map(escaped).join('(.*?)').replaceAll('(.*?)(.*?)', '(.*?)(;.*|)');
  return {
    dutch: new RegExp(`^${filled}$`, 'su'),
    english,
    texts: [...dutch.matchAll(holes)].map(([hole]) => hole === '{*}'),
  };
}

// First those around another text, which say for certain whether they fit; then the most words first.
const order = (dutch: string) => (dutch.includes('{*}') ? 1000 : 0) + dutch.replaceAll(holes, '').length;

/**
 * From Dutch texts to English ones. What differs each time is {} in the Dutch and {0}, {1} in the English; {*} is another
 * text of the server. What is not among them stays Dutch.
 */
export function inEnglish(texts: Record<string, string>): ServerText {
  const patterns = Object.entries(texts)
    .filter(([dutch]) => dutch.search(holes) >= 0)
    .toSorted(([a], [b]) => order(b) - order(a))
    .map(patternOf);

  const say = (dutch: string): string | null => {
    const whole = texts[dutch];
    if (whole !== undefined) return whole;
    for (const pattern of patterns) {
      const parts = pattern.dutch.exec(dutch)?.slice(1);
      const said = parts?.map((part, at) => say(part) ?? (pattern.texts[at] ? null : part));
      if (said?.every((part) => part !== null))
        return pattern.english.replaceAll(/\{(\d)\}/g, (_, place: string) => said[Number(place)] ?? '');
    }
    return null;
  };

  return (dutch) => {
    const english = say(dutch);
    return english === null ? { text: dutch, lang: 'nl' } : { text: english };
  };
}
