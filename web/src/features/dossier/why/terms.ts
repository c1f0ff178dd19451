import { modelWords, type ModelWords } from '../../../api/model-words';
import type { Schema } from '../../../api/types';
import type { Language } from '../../../locales/messages';

export interface Terms extends ModelWords {
  /** Kind of a source by its name, where the reader may see sources. */
  kindOf: (source: string) => string | undefined;
}

/** What the keys in an assessment are called in the model that made it. */
export function termsOf(model: Schema['Modelversie'], sources: Schema['Bron'][], language: Language): Terms {
  const kinds = new Map(sources.map((each) => [each.naam, each.soort]));
  return { ...modelWords(model, language), kindOf: (source) => kinds.get(source) };
}
