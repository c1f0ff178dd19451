import type { Schema } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import type { LegendItem } from '../../ui/chart-figure/ChartFigure';

interface Moments {
  first: Schema['Moment'];
  second?: Schema['Moment'];
}

/** Hatched for the first moment and solid for the second, each with its day and model. */
export function useMomentLegend() {
  const t = useText();
  const format = useFormat();
  const named = ({ screening }: Schema['Moment']) =>
    t(screening.proef ? 'distribution.legend-trial' : 'distribution.legend', {
      date: format.shortDate(screening.peildatum),
      version: `${screening.model.naam} ${screening.model.versie}`,
    });
  return ({ first, second }: Moments): LegendItem[] => {
    const fill = 'var(--ink-soft)';
    const items: LegendItem[] = [{ label: named(first), fill, pattern: 'hatched' }];
    if (second) items.push({ label: named(second), fill, pattern: 'solid' });
    return items;
  };
}
