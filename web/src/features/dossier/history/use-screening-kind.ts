import { useMemo } from 'react';
import { useScreenings } from '../../../api/screenings';
import { useMay } from '../../../api/session';
import { useText } from '../../../locales/Language';

/** Whether a screening was of all providers or of this one again, in words: one day may have had both. */
export function useScreeningKind() {
  const t = useText();
  const { data } = useScreenings(useMay('list_screenings'));
  return useMemo(() => {
    const kinds = new Map(data?.map(({ screening, soort }) => [screening.id, soort]));
    return (id: number) => {
      const kind = kinds.get(id);
      return kind && t(`dossier.history.kind.${kind}`);
    };
  }, [data, t]);
}
