import { expect, test } from 'vitest';
import { fewestThatChange, reasonsDecide, without, withoutHeaviest } from './counterfactual';
import { assessment, model, reason } from './example';
import { isFolded, waterfall, type Line } from './waterfall';

const short = (line: Line) => [line.kind, ...('to' in line ? [line.from, line.to] : [])].join(' ');

test('the lines add up to the score, and a cap goes back', () => {
  expect(
    waterfall(assessment)
      .filter((line) => line.kind !== 'pointless')
      .map(short),
  ).toEqual(['category', 'reason 0 3', 'reason 3 6', 'reason 6 7', 'cap 7 5', 'category', 'reason 5 8', 'lowest']);
});

test('what is withheld stays in sight, what is no hit is folded', () => {
  const pointless = waterfall(assessment).filter((line) => line.kind === 'pointless');
  expect(pointless.map((line) => [line.reason.uitkomst, isFolded(line)])).toEqual([
    ['niet-meegeteld', false],
    ['geen-treffer', true],
  ]);
});

test('what is unknown follows the certain points, up to the highest with its caps', () => {
  const open = {
    ...assessment,
    hoogste: 10,
    redenen: [...assessment.redenen, reason('vast', 'netwerk', { uitkomst: 'onbekend', mogelijkePunten: 3 })],
  };
  expect(waterfall(open).map(short).slice(7, 11)).toEqual([
    'lowest',
    'possible 8 11',
    'possible-rest 11 10',
    'highest',
  ]);
});

test('a knock-out lifts the sum to its floor', () => {
  const lifted = {
    ...assessment,
    laagste: 10,
    hoogste: 10,
    knockouts: [{ indicator: 'verbod', vloer: 10, uitkomst: 'treffer' as const }],
  };
  expect(waterfall(lifted).map(short)).toContain('floor 8 10');
});

test('without one reason the caps count as before', () => {
  const [hiring] = assessment.redenen;
  expect(without(assessment, model, hiring ? [hiring] : [])).toMatchObject({ points: 7, colour: 'rood' });
  expect(withoutHeaviest(assessment, model)).toMatchObject({ points: 5, colour: 'oranje' });
});

test('the fewest reasons that change the colour', () => {
  expect(fewestThatChange(assessment, model)?.reasons.map((each) => each.indicator)).toEqual(['belangen']);
});

test('too little known for green is grey', () => {
  const all = assessment.redenen.slice(0, 4);
  const open = {
    ...assessment,
    redenen: [...assessment.redenen, reason('vast', 'netwerk', { uitkomst: 'onbekend', mogelijkePunten: 3 })],
  };
  expect(without(assessment, model, all).colour).toBe('groen');
  expect(without(open, model, all).colour).toBe('grijs');
});

test('where facts are missing, it may stay grey whatever reason falls away', () => {
  const hit = reason('belangen', 'netwerk', { punten: 1 });
  const open = reason('vast', 'netwerk', { uitkomst: 'onbekend', punten: 0, mogelijkePunten: 3 });
  const grey = { ...assessment, kleur: 'grijs' as const, redenen: [hit, open] };
  expect(fewestThatChange(grey, model)).toBeNull();
  expect(reasonsDecide(grey, model)).toBe(false);
  expect(reasonsDecide(assessment, model)).toBe(true);
});
