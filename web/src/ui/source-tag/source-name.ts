import type { Text } from '../../locales/Language';
import type { Words } from '../../locales/words';

const known = [
  'declaraties',
  'digimv',
  'gemeente',
  'ggd',
  'igj',
  'insolventieregister',
  'jaarrekening',
  'kadaster',
  'kvk',
  'poorttoets',
  'vragenlijst',
];

/** What readers call a source; one that we do not know stands as it was delivered, in Dutch. */
export function sourceName(name: string, t: Text): Words {
  return known.includes(name) ? { text: t(`source.name.${name}`) } : { text: name, lang: 'nl' };
}

/** Several sources behind one another. */
export function sourceNames(names: string[], t: Text): Words {
  const words = names.map((name) => sourceName(name, t));
  const lang = words.find((each) => each.lang)?.lang;
  return { text: words.map((each) => each.text).join(', '), ...(lang && { lang }) };
}
