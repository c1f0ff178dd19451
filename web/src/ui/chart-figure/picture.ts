import type { LegendItem } from './ChartFigure';
import { letterInFile, letterSize, linesOf } from './room';

/** What stands around a drawing when it leaves the page: who finds the file later has nothing else to read it by. */
export interface Surroundings {
  title: string;
  sentence: string;
  legend: LegendItem[];
  /** Under the drawing: which screening, which model, and that a colour is no judgement. */
  notes: string[];
}

const edge = 20;
const titleSize = 18;
const lineHeight = 1.35;
const space = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number>;

function add(parent: SVGElement, name: string, attributes: Attributes, text = ''): SVGElement {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  parent.append(element);
  return element;
}

/** Writes a paragraph from `top` down and gives where it ends. */
function paragraph(
  picture: SVGElement,
  text: string,
  top: number,
  width: number,
  size: number,
  weight: number,
): number {
  const lines = linesOf(text, width, (letterInFile * size) / letterSize);
  lines.forEach((line, place) => {
    const y = top + size + place * size * lineHeight;
    add(picture, 'text', { x: edge, y, fill: '#111', 'font-size': size, 'font-weight': weight }, line);
  });
  return top + lines.length * size * lineHeight + size * 0.4;
}

function legendItem(picture: SVGElement, item: LegendItem, top: number): number {
  const isSolid = item.pattern === 'solid' || !item.pattern;
  const sample = add(picture, 'g', { transform: `translate(${edge} ${top})` });
  add(sample, 'rect', {
    x: 0.5,
    y: 0.5,
    width: 23,
    height: 11,
    fill: isSolid ? item.fill : '#fff',
    stroke: item.fill,
    'stroke-dasharray': item.pattern === 'dashed' ? '3 2' : 'none',
  });
  if (item.pattern === 'hatched') {
    add(sample, 'path', { d: 'M1 11 11 1M7 11 17 1M13 11 23 1', stroke: item.fill, 'stroke-width': 2, fill: 'none' });
  }
  add(sample, 'text', { x: 32, y: 11, fill: '#111', 'font-size': letterSize }, item.label);
  return top + letterSize * lineHeight + 4;
}

function sizeOf(drawing: SVGSVGElement) {
  return { width: Number(drawing.getAttribute('width')), height: Number(drawing.getAttribute('height')) };
}

/** A picture that can be read alone: title, message, legend, the drawing, and what belongs to every colour. */
export function pictureOf(drawing: SVGSVGElement, { title, sentence, legend, notes }: Surroundings): SVGSVGElement {
  const { width, height } = sizeOf(drawing);
  const picture = document.createElementNS(space, 'svg');
  const paper = add(picture, 'rect', { width: width + 2 * edge, fill: '#fff' });
  let top = paragraph(picture, title, edge, width, titleSize, 700);
  top = paragraph(picture, sentence, top, width, letterSize, 400) + 6;
  for (const item of legend) top = legendItem(picture, item, top);

  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('x', String(edge));
  copy.setAttribute('y', String(top + 6));
  picture.append(copy);
  top += height + 18;

  for (const note of notes) top = paragraph(picture, note, top, width, letterSize, 400);
  const whole = top + edge;
  paper.setAttribute('height', String(whole));
  picture.setAttribute('width', String(width + 2 * edge));
  picture.setAttribute('height', String(whole));
  picture.setAttribute('viewBox', `0 0 ${width + 2 * edge} ${whole}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', `${title}. ${sentence}`);
  return picture;
}
