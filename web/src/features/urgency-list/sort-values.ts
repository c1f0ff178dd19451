import type { UrgencySearch } from './search';
import type { ProviderRow } from './use-urgency-list';

type SortColumn = NonNullable<UrgencySearch['sorteer']>;

const worstFirst = ['hoger', 'nieuw', 'onbekend', 'lager', 'gelijk'];
const firstStepFirst = ['aanmelding', 'gegund', 'monitoring', 'urgentielijst', 'beeindigd'];

/** By what each column is sorted; null is unknown. */
export const sortValues: Record<SortColumn, (row: ProviderRow) => string | number | null> = {
  urgentie: (row) => row.place,
  aanbieder: (row) => row.aanbieder.naam,
  punten: (row) => row.aanbieder.laagste,
  verschil: (row) => (row.aanbieder.veranderd ? worstFirst.indexOf(row.aanbieder.veranderd) : null),
  // Masked is known to be under ten, so it stands under every number that is shown.
  clienten: (row) => (row.aanbieder.clienten.gemaskeerd ? 0 : row.aanbieder.clienten.aantal),
  waarde: (row) => row.aanbieder.waardePerJaar,
  stap: (row) => firstStepFirst.indexOf(row.aanbieder.stap),
};
