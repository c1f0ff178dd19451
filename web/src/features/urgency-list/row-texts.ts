import type { Schema } from '../../api/types';
import type { Text } from '../../locales/Language';

type Provider = Schema['AanbiederRij'];

/** The points that are certain, or from these to what they are at most. */
export function pointsText({ laagste, hoogste }: Pick<Provider, 'laagste' | 'hoogste'>, t: Text): string {
  if (laagste === null || hoogste === null) return t('unknown');
  return laagste === hoogste ? String(laagste) : t('urgency-list.points-range', { lowest: laagste, highest: hoogste });
}

/** A number under ten stays hidden outside the dossier. */
export function clientsText({ aantal, gemaskeerd }: Provider['clienten'], t: Text): string {
  if (gemaskeerd) return t('urgency-list.under-ten');
  return aantal === null ? t('unknown') : String(aantal);
}
