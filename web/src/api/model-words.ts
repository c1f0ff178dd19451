import { useMemo } from 'react';
import { useLanguage } from '../locales/Language';
import type { Language } from '../locales/messages';
import { wordsIn, type Words } from '../locales/words';
import { useModelVersion } from './model';
import type { Schema } from './types';

type Model = Pick<Schema['Modelversie'], 'indicatoren' | 'categorieen' | 'feiten'>;

/** What a key is called on this page; where the model does not know it the Dutch that came with it, or else the key. */
export interface ModelWords {
  indicator: (key: string, dutch?: string) => Words;
  category: (key: string) => Words;
  fact: (key: string, dutch?: string) => Words;
  definition: (fact: string) => Schema['Feitdefinitie'] | undefined;
}

export function modelWords(model: Model | null | undefined, language: Language): ModelWords {
  const indicators = new Map(model?.indicatoren.map((each) => [each.indicator, each]));
  const categories = new Map(model?.categorieen.map((each) => [each.categorie, each]));
  const facts = new Map(model?.feiten.map((each) => [each.feit, each]));
  const called = (dutch: string, english: string | null | undefined) => wordsIn(language, dutch, english ?? null);
  return {
    indicator: (key, dutch) => called(indicators.get(key)?.titel ?? dutch ?? key, indicators.get(key)?.titelEngels),
    category: (key) => called(categories.get(key)?.titel ?? key, categories.get(key)?.titelEngels),
    fact: (key, dutch) => called(facts.get(key)?.label ?? dutch ?? key, facts.get(key)?.labelEngels),
    definition: (fact) => facts.get(fact),
  };
}

/** What a chosen option is called; a key of which nothing is known stands there in Dutch. */
export function optionWords(language: Language, options: Schema['Optie'][] | undefined, key: string): Words {
  const option = options?.find((each) => each.sleutel === key);
  return wordsIn(language, option?.label ?? key.replaceAll('_', ' '), option?.labelEngels ?? null);
}

/**
 * What the keys of a version of the model are called. A page that has the Dutch already needs the version in English
 * alone, and then does not ask for it in Dutch.
 */
export function useModelWords(
  model: Schema['ModelVerwijzing'] | null | undefined,
  { onlyEnglish = false } = {},
): ModelWords {
  const { language } = useLanguage();
  const wanted = !onlyEnglish || language === 'en';
  const { data } = useModelVersion(wanted ? (model ?? undefined) : undefined);
  return useMemo(() => modelWords(data, language), [data, language]);
}
