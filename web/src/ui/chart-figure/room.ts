/** How wide a letter of a drawing is at most, in pixels: on the page in our own font, in a file in whatever font the reader has. */
export const letterOnPage = 7.4;
export const letterInFile = 9.8;
/** The size of letters for which these hold. */
export const letterSize = 14;

/** The width that the longest of these texts needs. */
export function roomFor(texts: string[], letter: number): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => text.length)) * letter);
}

/** A text in lines that fit a width; a word that is longer has a line of its own. */
export function linesOf(text: string, width: number, letter: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && roomFor([longer], letter) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
