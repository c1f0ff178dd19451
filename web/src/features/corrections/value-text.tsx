import type { ReactNode } from 'react';
import { optionWords } from '../../api/model-words';
import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useLanguage, useText } from '../../locales/Language';
import { Spoken } from '../../locales/words';
import type { Definition } from './definition';

/** A value of a fact as a reader expects it, by what the model says of the fact. */
export function useValueText() {
  const t = useText();
  const format = useFormat();
  const { language } = useLanguage();
  return (value: Schema['Waarde'], definition: Definition | undefined): ReactNode => {
    if (value === null) return t('unknown');
    if (typeof value === 'boolean') return t(value ? 'corrections.yes' : 'corrections.no');
    if (typeof value === 'number') return definition?.type === 'bedrag' ? format.euro(value) : format.number(value);
    if (definition?.type === 'datum') return format.shortDate(value);
    return <Spoken words={optionWords(language, definition?.opties, value)} />;
  };
}
