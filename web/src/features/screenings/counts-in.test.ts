import { expect, test } from 'vitest';
import { countsIn } from './counts-in';

const step = (punten: number) => ({
  trede: 1,
  punten,
  regel: '',
  zin: '',
  zinEngels: null,
  bron: '',
  bronEngels: null,
});
const questions = [
  { indicator: 'risicobranche', vloer: null, treden: [step(0)] },
  { indicator: 'winstmarge', vloer: null, treden: [step(0), step(3)] },
  { indicator: 'bestuursverbod', vloer: 10, treden: [step(0)] },
];
const hits = (indicator: string, nietMeegeteld = false) => ({
  indicator,
  treffers: 191,
  geenTreffers: 128,
  nietMeegeteld,
});

test('a question that always gives 0 points does not count, however often it hits', () => {
  expect(countsIn(hits('risicobranche'), questions)).toBe('zero');
  expect(countsIn(hits('winstmarge'), questions)).toBe('in');
  expect(countsIn(hits('winstmarge', true), questions)).toBe('out');
});

test('a ground for exclusion works by its floor; without the model only what the screening says is known', () => {
  expect(countsIn(hits('bestuursverbod'), questions)).toBe('in');
  expect(countsIn(hits('risicobranche'), undefined)).toBe('in');
});
