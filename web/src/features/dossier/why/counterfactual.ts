import type { Schema, Colour, SubCategory } from '../../../api/types';
import type { Assessment, Reason } from './waterfall';

type Model = Pick<Schema['Modelversie'], 'grenzen' | 'volledigheidsvloer'>;

export interface Without {
  reasons: Reason[];
  points: number;
  colour: Colour;
  subCategory: SubCategory | null;
}

/** More reasons at once than this say little to a reader. */
const most = 4;

/** What the outcome would be if these reasons were no hit, with the same sums and caps; the rest stays as it is. */
export function without(assessment: Assessment, model: Model, reasons: Reason[]): Without {
  const left = assessment.redenen.filter((reason) => !reasons.includes(reason));
  const lowest = total(assessment, left, 'punten', ['treffer']);
  const highest = total(assessment, left, 'mogelijkePunten', ['treffer', 'onbekend']);
  return {
    reasons,
    points: lowest,
    colour: colourOf(lowest, highest, assessment.volledigheid, model),
    subCategory: subCategoryOf(lowest, model.grenzen),
  };
}

function total(
  { categorieen, knockouts }: Assessment,
  reasons: Reason[],
  points: 'punten' | 'mogelijkePunten',
  lifting: string[],
): number {
  const sum = (category: string) =>
    reasons.filter((reason) => reason.categorie === category).reduce((all, reason) => all + reason[points], 0);
  const counted = categorieen.reduce((all, each) => all + Math.min(each.plafond, sum(each.categorie)), 0);
  const left = new Set(reasons.map((reason) => reason.indicator));
  const floors = knockouts.filter((each) => left.has(each.indicator) && lifting.includes(each.uitkomst));
  return Math.max(counted, ...floors.map((each) => each.vloer));
}

/** As the model colours: grey when it is not settled and too little is known, or when it would be green. */
function colourOf(lowest: number, highest: number, completeness: number | null, model: Model): Colour {
  const at = (points: number): Colour => {
    if (points >= model.grenzen.lichtrood) return 'rood';
    return points >= model.grenzen.oranje ? 'oranje' : 'groen';
  };
  const settled = at(lowest) === at(highest);
  const belowFloor = completeness !== null && completeness * 100 < model.volledigheidsvloer;
  return !settled && (belowFloor || at(lowest) === 'groen') ? 'grijs' : at(lowest);
}

function subCategoryOf(points: number, { donkerrood, middenrood, lichtrood }: Model['grenzen']): SubCategory | null {
  if (points >= donkerrood) return 'donkerrood';
  if (points >= middenrood) return 'middenrood';
  return points >= lichtrood ? 'lichtrood' : null;
}

const weighs = ({ uitkomst, punten, categorie }: Reason) =>
  uitkomst === 'treffer' && (punten > 0 || categorie === null);

/** The outcome without the one reason that takes off most, caps and floors counted; null when nothing weighs. */
export function withoutHeaviest(assessment: Assessment, model: Model): Without | null {
  const outcomes = assessment.redenen.filter(weighs).map((reason) => without(assessment, model, [reason]));
  return outcomes.toSorted((a, b) => a.points - b.points)[0] ?? null;
}

/** The fewest reasons without which the colour would be another, the lightest such outcome first; null when it takes too many, or when none would do. */
export function fewestThatChange(assessment: Assessment, model: Model): Without | null {
  const hits = assessment.redenen.filter(weighs);
  for (let size = 1; size <= Math.min(most, hits.length); size++) {
    const changing = subsets(hits, size)
      .map((reasons) => without(assessment, model, reasons))
      .filter(({ colour }) => colour !== assessment.kleur)
      .toSorted((a, b) => a.points - b.points);
    if (changing[0]) return changing[0];
  }
  return null;
}

/** Whether the colour would be another without all reasons at once. Where facts are missing it may stay grey whatever falls away. */
export function reasonsDecide(assessment: Assessment, model: Model): boolean {
  return without(assessment, model, assessment.redenen.filter(weighs)).colour !== assessment.kleur;
}

function subsets(reasons: Reason[], size: number): Reason[][] {
  if (size === 0) return [[]];
  return reasons.flatMap((first, place) => subsets(reasons.slice(place + 1), size - 1).map((rest) => [first, ...rest]));
}
