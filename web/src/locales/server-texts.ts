import type { Words } from './words';

/** What a text of the server, a refusal above all, says on this page. */
export type ServerText = (dutch: string) => Words;

/** A Dutch page says what the server says. */
export const asItIs: ServerText = (dutch) => ({ text: dutch });

/** What fills a hole: words of somebody else, a text of the server, or one of the two. */
type Hole = '{}' | '{*}' | '{?}';

interface Pattern {
  dutch: RegExp;
  english: string;
  holes: Hole[];
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const holes = /\{[*?]?\}/g;

function patternOf([dutch, english]: [string, string]): Pattern {
  // Of two holes in a row the second is an addition, which begins with ";" or is not there.
  const filled = dutch.split(holes).map(escaped).join('(.*?)').replaceAll('(.*?)(.*?)', '(.*?)(;.*|)');
  return {
    dutch: new RegExp(`^${filled}$`, 'su'),
    english,
    holes: [...dutch.matchAll(holes)].map(([hole]) => hole as Hole),
  };
}

// First those around another text, which say for certain whether they fit; then the most words first.
const order = (dutch: string) => (dutch.includes('{*}') ? 1000 : 0) + dutch.replaceAll(holes, '').length;

/**
 * From Dutch texts to English ones. What differs each time is a hole in the Dutch and {0}, {1} in the English: {} holds
 * words of somebody else, which stay as they are; {*} another text of the server, without whose English the whole has
 * none; {?} either of the two. What is not among them stays Dutch.
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
      const said = parts?.map((part, at) => fill(pattern.holes[at] ?? '{}', part));
      if (said?.every((part) => part !== null))
        return pattern.english.replaceAll(/\{(\d)\}/g, (_, place: string) => said[Number(place)] ?? '');
    }
    return null;
  };

  const fill = (hole: Hole, part: string): string | null => {
    if (hole === '{}' || part === '') return part;
    return say(part) ?? (hole === '{?}' ? part : null);
  };

  return (dutch) => {
    const english = say(dutch);
    return english === null ? { text: dutch, lang: 'nl' } : { text: english };
  };
}
