import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import type { Language, Messages } from './messages';
import { asItIs, type ServerText } from './server-texts';

interface Texts {
  default: Messages;
  say: ServerText;
}

const load: Record<Language, () => Promise<Texts>> = {
  nl: () => import('./nl'),
  en: () => import('./en'),
};

const storageKey = 'slagboom.taal';
const storedLanguage = (): Language => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'nl');

// Asked at once: without texts there is no page.
const firstLanguage = storedLanguage();
const firstTexts = load[firstLanguage]();

interface Chosen {
  language: Language;
  say: ServerText;
  choose: (language: Language) => void;
}

const LanguageContext = createContext<Chosen>({
  language: 'nl',
  say: asItIs,
  choose: () => undefined,
});

/** Texts of the chosen language; of the two only that one is loaded. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [loaded, setLoaded] = useState<{ language: Language; texts: Texts } | null>(null);

  useEffect(() => {
    let current = true;
    void (language === firstLanguage ? firstTexts : load[language]()).then((file) => {
      if (!current) return;
      document.documentElement.lang = language;
      setLoaded({ language, texts: file });
    });
    return () => {
      current = false;
    };
  }, [language]);

  const choose = (next: Language) => {
    localStorage.setItem(storageKey, next);
    setLanguage(next);
  };

  if (!loaded) return null;
  return (
    <LanguageContext value={{ language: loaded.language, say: loaded.texts.say, choose }}>
      <IntlProvider
        locale={loaded.language === 'nl' ? 'nl-NL' : 'en-GB'}
        messages={loaded.texts.default}
        timeZone="Europe/Amsterdam"
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

export const useLanguage = () => use(LanguageContext);

export type Text = (id: string, values?: Record<string, string | number>) => string;

/** The text that belongs to a key. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** The same, for a text with elements in it. */
export function useRichText() {
  const intl = useIntl();
  return useCallback((id: string, values: Record<string, ReactNode>) => intl.formatMessage({ id }, values), [intl]);
}
