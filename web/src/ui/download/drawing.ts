import { saveFile } from './save-file';

// Outside the page its style sheets are gone, so what they set is written into the drawing.
const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'fill-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

function standAlone(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, place) => {
    const original = originals[place];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of carried) element.setAttribute(name, style.getPropertyValue(name));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy;
}

async function asPicture(svg: Blob, width: number, height: number): Promise<Blob | null> {
  const address = URL.createObjectURL(svg);
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  URL.revokeObjectURL(address);
  const canvas = document.createElement('canvas');
  // Twice as many points, so that it is sharp on paper.
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Saves a drawing that stands in the page under a name that ends in .svg or .png. */
export async function saveDrawing(drawing: SVGSVGElement, name: string) {
  const text = new XMLSerializer().serializeToString(standAlone(drawing));
  const svg = new Blob([text], { type: 'image/svg+xml' });
  if (name.endsWith('.svg')) {
    saveFile(svg, name);
    return;
  }
  const { width, height } = drawing.getBoundingClientRect();
  const picture = await asPicture(svg, width, height);
  if (picture) saveFile(picture, name);
}
