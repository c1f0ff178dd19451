import { useCallback, type ReactNode } from 'react';
import { optionWords } from '../../api/model-words';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useLanguage, useText, type Text } from '../../locales/Language';
import type { Language } from '../../locales/messages';
import { Spoken, wordsIn, type Words } from '../../locales/words';
import './fact.css';

type Fact = Schema['Feit'];

/** As a row of a list or a definition of the model names a fact. */
export type Named = Pick<Fact, 'type' | 'label' | 'labelEngels' | 'vraag'> & Partial<Pick<Fact, 'vraagEngels'>>;

/** What tells how to read a value. */
export type Measured = Pick<Fact, 'type' | 'label' | 'eenheid'> & Partial<Pick<Fact, 'eenheidEngels' | 'opties'>>;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What stands before a value. Of yes or no that is the question: a label would read as if it had been found. */
export function factName(fact: Named, language: Language, t: Text): Words {
  const label = wordsIn(language, fact.label, fact.labelEngels);
  if (fact.type !== 'ja-nee') return { ...label, text: capital(label.text) };
  const question = language === 'nl' ? fact.vraag : fact.vraagEngels;
  if (question) return { text: question };
  if (label.lang && fact.vraag) return { text: fact.vraag, lang: 'nl' };
  return { ...label, text: t('fact.yes-or-no', { label: capital(label.text) }) };
}

export function useFactName() {
  const t = useText();
  const { language } = useLanguage();
  return useCallback((fact: Named) => factName(fact, language, t), [language, t]);
}

/** A value as a reader expects it, with its unit where the name of the fact does not have it already. */
export function useFactValue() {
  const t = useText();
  const format = useFormat();
  const { language } = useLanguage();
  return (value: Schema['Waarde'], fact: Measured | undefined): ReactNode => {
    if (value === null) return t('unknown');
    if (typeof value === 'boolean') return t(value ? 'fact.yes' : 'fact.no');
    if (typeof value === 'number') return fact?.type === 'bedrag' ? format.euro(value) : inUnit(value, fact);
    if (fact?.type === 'datum') return format.shortDate(value);
    return <Spoken words={optionWords(language, fact?.opties, value)} />;
  };

  // The unit is a plural, which does not go with one.
  function inUnit(value: number, fact: Measured | undefined): ReactNode {
    const number = format.number(value);
    if (!fact?.eenheid || fact.label.includes(fact.eenheid)) return number;
    const unit = <Spoken words={wordsIn(language, fact.eenheid, fact.eenheidEngels ?? null)} />;
    return value === 1 ? (
      <>
        {unit}: {number}
      </>
    ) : (
      <>
        {number} {unit}
      </>
    );
  }
}

/** That there is a value, which is another thing than unknown, and that the reader does not see it. */
export function HiddenValue({ type }: { type: Schema['Feittype'] | undefined }) {
  const t = useText();
  return <span className="hidden-value">{t(type === 'ja-nee' ? 'fact.hidden-answer' : 'fact.hidden-value')}</span>;
}
