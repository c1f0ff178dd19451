import type { Schema } from '../../../api/types';

export interface Terms {
  indicator: (key: string) => string;
  category: (key: string) => string;
  fact: (key: string) => Schema['Feitdefinitie'] | undefined;
  /** Kind of a source by its name, where the reader may see sources. */
  kindOf: (source: string) => string | undefined;
}

/** What the keys in an assessment are called in the model that made it. */
export function termsOf(model: Schema['Modelversie'], sources: Schema['Bron'][]): Terms {
  const indicators = new Map(model.indicatoren.map((each) => [each.indicator, each.titel]));
  const categories = new Map(model.categorieen.map((each) => [each.categorie, each.titel]));
  const facts = new Map(model.feiten.map((each) => [each.feit, each]));
  const kinds = new Map(sources.map((each) => [each.naam, each.soort]));
  return {
    indicator: (key) => indicators.get(key) ?? key,
    category: (key) => categories.get(key) ?? key,
    fact: (key) => facts.get(key),
    kindOf: (source) => kinds.get(source),
  };
}
