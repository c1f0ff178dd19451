import type { Text } from '../../locales/Language';

const known = ['bv', 'nv', 'stichting', 'eenmanszaak', 'vof', 'maatschap', 'cooperatie', 'vereniging', 'cv'];

/** A legal form in words; one that we do not know stands as the register writes it. */
export function legalForm(key: string | null, t: Text): string {
  if (key === null) return t('dossier.legal-form.unknown');
  return known.includes(key) ? t(`dossier.legal-form.${key}`) : key.replaceAll('_', ' ');
}
