import { expect, test } from 'vitest';
import { pictureOf } from './picture';

function drawing(width: number, height: number): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  return svg;
}

const picture = pictureOf(drawing(400, 100), {
  title: '1. Risico voor bureauonderzoek, 31 oktober 2018',
  sentence: 'Van de 308 aanbieders waren er 123 rood.',
  legend: [{ label: '31 okt 2018, model Twente 1.0.0', fill: '#555', pattern: 'hatched' }],
  notes: ['Screening van 31 oktober 2018 met model Twente 1.0.0.', 'Een kleur is geen oordeel.'],
});
const words = [...picture.querySelectorAll('text')].map((text) => text.textContent).join(' ');

test('a picture carries its title, message, legend, model and sentence', () => {
  for (const part of [
    '1. Risico voor bureauonderzoek, 31 oktober 2018',
    'Van de 308 aanbieders waren er 123 rood.',
    '31 okt 2018, model Twente 1.0.0',
    'Screening van 31 oktober 2018 met model Twente 1.0.0.',
    'Een kleur is geen oordeel.',
  ])
    expect(words).toContain(part);
});

test('everything stands inside the picture, and the drawing under the legend', () => {
  const height = Number(picture.getAttribute('height'));
  const inside = picture.querySelector('svg');
  const lowest = Math.max(
    ...[...picture.querySelectorAll(':scope > text')].map((text) => Number(text.getAttribute('y'))),
  );
  expect(lowest).toBeLessThan(height);
  expect(Number(inside?.getAttribute('y')) + 100).toBeLessThan(lowest);
  expect(picture.getAttribute('width')).toBe('440');
});
