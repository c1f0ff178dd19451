import type { Indicator } from './use-model';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Whether a question of the model speaks of what is searched for. */
export function matches(indicator: Indicator, text: string): boolean {
  const sentences = indicator.treden.flatMap(({ zin, zinEngels, bron }) => [zin, zinEngels ?? '', bron]);
  const words = [
    indicator.titel,
    indicator.titelEngels ?? '',
    indicator.uitleg,
    ...indicator.verklaringen,
    ...sentences,
  ].join('\n');
  return plain(words).includes(plain(text));
}
