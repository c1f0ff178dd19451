import type { Language } from '../../locales/messages';
import { wordsIn } from '../../locales/words';
import type { Indicator } from './use-model';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Whether a question of the model speaks of what is searched for, in what its card says in this language. */
export function matches(indicator: Indicator, text: string, language: Language): boolean {
  const { vanToepassing: applies, treden, verklaringen, verklaringenEngels } = indicator;
  const said: [string, string | null][] = [
    [indicator.titel, indicator.titelEngels],
    [indicator.uitleg, indicator.uitlegEngels],
    ...verklaringen.map((each, place): [string, string | null] => [each, verklaringenEngels[place] ?? null]),
    ...treden.flatMap(({ zin, zinEngels, bron, bronEngels }): [string, string | null][] => [
      [zin, zinEngels],
      [bron, bronEngels],
    ]),
  ];
  if (applies) said.push([applies.zin, applies.zinEngels], [applies.reden, applies.redenEngels]);
  const words = said.map(([dutch, english]) => wordsIn(language, dutch, english).text).join('\n');
  return plain(words).includes(plain(text));
}
