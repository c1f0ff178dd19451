import { useText, type Text } from '../../locales/Language';
import { Spoken, type Words } from '../../locales/words';

const known = {
  role: [
    'bestuurder',
    'bezoekadres',
    'dochter',
    'eigenaar',
    'hoofdvestiging',
    'moedermaatschappij',
    'nevenvestiging',
    'postadres',
    'toezichthoudend_orgaan',
    'vastgoed',
  ],
  'award-kind': ['aanbesteding', 'tussentijds'],
  'award-status': ['aangevraagd', 'gegund', 'afgewezen', 'ingetrokken'],
};

type Kind = keyof typeof known;

/** A word that a register delivers, in the language of the page; one that we do not know stands in Dutch as it came. */
export function knownWord(kind: Kind, key: string, t: Text): Words {
  return known[kind].includes(key)
    ? { text: t(`dossier.${kind}.${key}`) }
    : { text: key.replaceAll('_', ' '), lang: 'nl' };
}

export function KnownWord({ kind, word }: { kind: Kind; word: string }) {
  const t = useText();
  return <Spoken words={knownWord(kind, word, t)} />;
}
