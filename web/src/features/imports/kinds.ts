import type { Schema } from '../../api/types';

export type Kind = Schema['Importsoort'];
export type Outcome = Schema['Importuitkomst'];

/** In the order in which the files build on one another. */
export const kinds = [
  'gemeenten',
  'aanbieders',
  'gunningen',
  'overeenkomsten',
  'relaties',
  'feiten',
] as const satisfies Kind[];

/** What asks for attention comes first. */
export const outcomes = ['geweigerd', 'vervangt', 'nieuw', 'ongewijzigd'] as const satisfies Outcome[];

/** The columns that each kind of file has; the task of delivering a file holds them to the example region. */
export const columnsOf: Record<Kind, string[]> = {
  gemeenten: ['code', 'naam'],
  aanbieders: ['aanbieder', 'naam', 'van', 'tot'],
  gunningen: ['gunning', 'aanbieder', 'soort', 'status', 'datum'],
  overeenkomsten: [
    'overeenkomst',
    'aanbieder',
    'gunning',
    'perceel',
    'product',
    'gemeente',
    'waarde_per_jaar',
    'clienten',
    'van',
    'tot',
  ],
  relaties: ['aanbieder', 'rol', 'soort', 'naam', 'nummer', 'adres', 'van', 'tot', 'bron', 'datum'],
  feiten: ['aanbieder', 'feit', 'periode', 'waarde', 'bron', 'datum'],
};
