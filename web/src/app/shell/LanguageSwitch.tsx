import { useLanguage, useText } from '../../locales/Language';
import type { Language } from '../../locales/messages';

const names: Record<Language, string> = { nl: 'Nederlands', en: 'English' };

export function LanguageSwitch() {
  const t = useText();
  const { language, choose } = useLanguage();
  return (
    <div className="language-switch" role="group" aria-label={t('shell.language')}>
      {(Object.keys(names) as Language[]).map((each) => (
        <button
          key={each}
          className="language-switch__button"
          type="button"
          lang={each}
          aria-pressed={each === language}
          onClick={() => choose(each)}
        >
          {names[each]}
        </button>
      ))}
    </div>
  );
}
