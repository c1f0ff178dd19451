import type { Change, Schema } from '../../api/types';

export type Provider = Schema['AanbiederRij'];

/** What deserves a look first. */
export const shownChanges = ['hoger', 'nieuw', 'onbekend', 'lager'] as const satisfies Change[];

const isOtherColour = ({ kleur, vorigeKleur }: Provider) => kleur !== vorigeKleur;

/** Per kind of change the providers; another colour comes before another shade of the same. */
export function changesIn(providers: Provider[]): [Change, Provider[]][] {
  return shownChanges
    .map((change): [Change, Provider[]] => {
      const members = providers.filter(({ veranderd }) => veranderd === change);
      return [change, [...members.filter(isOtherColour), ...members.filter((each) => !isOtherColour(each))]];
    })
    .filter(([, members]) => members.length > 0);
}
