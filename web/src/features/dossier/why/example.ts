import type { Assessment, Reason } from './waterfall';

export const model = {
  grenzen: { oranje: 2, lichtrood: 6, middenrood: 8, donkerrood: 10 },
  volledigheidsvloer: 75,
};

export const reason = (indicator: string, categorie: string | null, changed: Partial<Reason> = {}): Reason => ({
  indicator,
  categorie,
  uitkomst: 'treffer',
  punten: 0,
  mogelijkePunten: changed.punten ?? 0,
  beslissend: [],
  feiten: [],
  ...changed,
});

type Category = Assessment['categorieen'][number];
const category = (categorie: string, plafond: number, som: number): Category => ({
  categorie,
  plafond,
  laagste: { som, geteld: Math.min(som, plafond) },
  hoogste: { som, geteld: Math.min(som, plafond) },
});

/** Seven points in a category that counts for five, three in another: eight, which is middle red. */
export const assessment: Assessment = {
  aanbieder: 31,
  screening: {
    id: 3,
    peildatum: '2019-05-09',
    geregistreerdOp: '2019-05-09T06:00:00Z',
    fase: 'monitoring',
    model: { naam: 'Twente', versie: '1.0.0', hash: 'c5' },
    proef: false,
    toelichting: 'Een kleur is een risico-inschatting op een peildatum en geen oordeel over de aanbieder.',
  },
  kleur: 'rood',
  subcategorie: 'middenrood',
  laagste: 8,
  hoogste: 8,
  vast: true,
  mogelijkeKleuren: ['rood'],
  mogelijkeSubcategorieen: ['middenrood'],
  volledigheid: 1,
  urgentie: 40,
  categorieen: [category('netwerk', 5, 3), category('financieel', 5, 7)],
  knockouts: [],
  redenen: [
    reason('inhuur', 'financieel', { punten: 3 }),
    reason('groei', 'financieel', { punten: 3 }),
    reason('loon', 'financieel', { punten: 1 }),
    reason('belangen', 'netwerk', { punten: 3 }),
    reason('winst', 'financieel', { uitkomst: 'geen-treffer' }),
    reason('vastgoed', 'netwerk', { uitkomst: 'niet-meegeteld' }),
  ],
  ontbrekend: [],
  geraaktDoorCorrectie: false,
};
