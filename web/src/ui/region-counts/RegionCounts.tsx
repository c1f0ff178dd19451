import { FormattedList, FormattedMessage } from 'react-intl';
import { useMunicipalities } from '../../api/reference-data';
import { useSession } from '../../api/session';
import type { Verb } from '../../api/types';
import { ownPlaces } from './own-places';

/** For whoever works for a municipality and sees counts of the whole region: says that they are not of that municipality alone. */
export function RegionCounts({ verb }: { verb: Verb }) {
  const { data: session } = useSession();
  const { nameOf } = useMunicipalities();
  const places = session ? ownPlaces(session, verb) : [];
  if (places.length === 0) return null;
  return (
    <p>
      <FormattedMessage
        id="region-counts"
        values={{ places: <FormattedList type="conjunction" value={places.map(nameOf)} /> }}
      />
    </p>
  );
}
