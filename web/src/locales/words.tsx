import { useCallback } from 'react';
import { useLanguage } from './Language';
import type { Language } from './messages';

/** A text, with its language where that is not the language of the page. */
export interface Words {
  text: string;
  lang?: 'nl';
}

/** The English on an English page; the Dutch on a Dutch one, and where there is no English. */
export function wordsIn(language: Language, dutch: string, english: string | null): Words {
  if (language === 'nl') return { text: dutch };
  return english === null ? { text: dutch, lang: 'nl' } : { text: english };
}

/** The choice between two languages that belongs to this page. */
export function useWords() {
  const { language } = useLanguage();
  return useCallback((dutch: string, english: string | null) => wordsIn(language, dutch, english), [language]);
}

/** A text that a screen reader pronounces in its own language. */
export function Spoken({ words: { text, lang } }: { words: Words }) {
  return lang ? <span lang={lang}>{text}</span> : text;
}

/** What the server says, in the language of the page where that is known. */
export function Said({ dutch }: { dutch: string }) {
  const { say } = useLanguage();
  return <Spoken words={say(dutch)} />;
}
