import type { Indicator } from './use-model';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Whether a question of the model speaks of what is searched for, in either language. */
export function matches(indicator: Indicator, text: string): boolean {
  const sentences = indicator.treden.flatMap((step) => [step.zin, step.zinEngels, step.bron, step.bronEngels]);
  const words = [
    indicator.titel,
    indicator.titelEngels,
    indicator.uitleg,
    indicator.uitlegEngels,
    ...indicator.verklaringen,
    ...indicator.verklaringenEngels,
    ...sentences,
  ].join('\n');
  return plain(words).includes(plain(text));
}
