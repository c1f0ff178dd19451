// Makes the pictures of the help pages from the example region: `help-pictures.mjs`. A frame with a number says where to press.
import { writeFileSync } from 'node:fs';
import { goTo, openBrowser, openPage } from './region.mjs';

const folder = 'src/features/help/pictures';

/** Draws a numbered frame around each of the elements. */
function frame(elements) {
  for (const [place, element] of elements.entries()) {
    const box = element.getBoundingClientRect();
    const mark = document.createElement('div');
    mark.textContent = String(place + 1);
    Object.assign(mark.style, {
      position: 'absolute',
      left: `${box.left - 6}px`,
      top: `${box.top + window.scrollY - 6}px`,
      width: `${box.width + 12}px`,
      height: `${box.height + 12}px`,
      boxSizing: 'border-box',
      border: '4px solid #b4009e',
      borderRadius: '6px',
      zIndex: '9',
      pointerEvents: 'none',
    });
    const number = document.createElement('b');
    number.textContent = mark.textContent;
    mark.textContent = '';
    Object.assign(number.style, {
      position: 'absolute',
      // Beside something small, so that its words stay in sight.
      right: box.height < 40 ? '-34px' : '-14px',
      top: box.height < 40 ? '0' : '-14px',
      width: '28px',
      font: 'bold 16px/28px sans-serif',
      textAlign: 'center',
      color: '#fff',
      background: '#b4009e',
      borderRadius: '50%',
    });
    mark.append(number);
    document.body.append(mark);
  }
}

/** As wide as a help page shows it, on a screen with fine points. */
const width = 1000;

/** The bytes as WebP, which the browser itself can make. */
async function asWebp(page, png) {
  const address = await page.evaluate(
    async ([source, wide]) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = wide;
      canvas.height = Math.round((picture.naturalHeight * wide) / picture.naturalWidth);
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/webp', 0.55);
    },
    [`data:image/png;base64,${png.toString('base64')}`, width],
  );
  return Buffer.from(address.split(',')[1], 'base64');
}

const pictures = [
  {
    name: 'first-look',
    as: 'contractmanager',
    path: '/urgentielijst',
    frames: (page) => [
      page.locator('.count-tiles'),
      page.locator('.filter-bar__fields'),
      page.locator('tbody th .nl-link').first(),
    ],
    height: 880,
  },
  {
    name: 'understand-colour',
    as: 'contractmanager',
    path: '/aanbieders/31',
    frames: (page) => [page.locator('.why__sentence'), page.locator('.reasons__details > summary').first()],
    from: (page) => page.getByRole('heading', { name: 'Waarom deze kleur?' }),
    height: 1400,
  },
  {
    name: 'read-counts',
    as: 'beleid',
    path: '/verdeling',
    frames: (page) => [
      page.locator('.distribution__choice'),
      page.locator('.chart-figure__details summary').first(),
      page.locator('.chart-figure__downloads').first(),
    ],
    height: 1060,
  },
  {
    name: 'correct-fact',
    as: 'contractmanager',
    path: '/aanbieders/33/feiten',
    frames: (page) => [
      page.locator('.dossier-tabs [aria-current=page]'),
      page.getByRole('link', { name: /^Klopt niet/ }).first(),
    ],
    height: 900,
  },
  {
    name: 'own-not-right',
    as: 'aanbieder',
    path: '/aanbieders/27/feiten',
    frames: (page) => [
      page.locator('.dossier-tabs [aria-current=page]'),
      page.getByRole('link', { name: /^Klopt niet/ }).first(),
    ],
    height: 900,
  },
];

const browser = await openBrowser();
for (const { name, as, path, frames, from, height } of pictures) {
  const { page, close } = await openPage(browser, { as, height });
  await goTo(page, path);
  const places = await Promise.all(frames(page).map((each) => each.elementHandle()));
  await page.evaluate(frame, places);
  const lowest = Math.max(
    ...(await Promise.all(frames(page).map((each) => each.boundingBox()))).map((box) => box.y + box.height),
  );
  const top = from ? Math.floor((await from(page).boundingBox()).y) - 24 : 0;
  const clip = { x: 0, y: top, width: 1280, height: Math.ceil(lowest) + 60 - top };
  const picture = await asWebp(page, await page.screenshot({ clip, fullPage: true }));
  writeFileSync(`${folder}/${name}.webp`, picture);
  console.log(
    `${name}.webp  ${width} × ${Math.round((clip.height * width) / clip.width)}  ${(picture.length / 1000).toFixed(1)} kB`,
  );
  await close();
}
await browser.close();
