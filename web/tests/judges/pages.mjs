// What axe cannot see, on the main pages: a narrow window, zoom, wider text, forced colours, no colours, no motion.
import { goTo, isWiderThanWindow, openPage, picture } from '../region.mjs';
import { routes } from '../routes.mjs';
import { brightness, contrast } from './pixels.mjs';

/** Pages that differ in how they are laid out; others are made of the same parts. */
const names = [
  'sign-in-faults',
  'urgency-list',
  'dossier',
  'dossier-past',
  'dossier-contracts',
  'dossier-network',
  'dossier-history',
  'distribution',
  'my-work-municipality',
  'screenings',
  'screening-comparison',
  'imports',
  'imports-new',
  'correction-propose',
  'model',
  'setup-list-change',
  'audit-log',
  'components',
];
const pages = routes.filter(({ name }) => names.includes(name));

// A sheet of the page itself would be refused by the content policy; the browser's own may be added to.
const wear = (page, css) =>
  page.evaluate(async (text) => {
    document.adoptedStyleSheets = [await new CSSStyleSheet().replace(text)];
  }, css);

// WCAG 1.4.12, all of it at once.
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Text that is cut off, or that leaves the box of a button or a badge. */
const clipped = () => {
  const boxed = 'button, .nl-button, [class*=badge], summary, td, th, label, select, h1, h2, h3, p, dd, dt, legend';
  return [...document.querySelectorAll('main *, header *')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1)
    .filter((element) => !element.closest('.visually-hidden, svg') && element.textContent.trim() !== '')
    .filter((element) => {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      const wide = element.scrollWidth > element.clientWidth + 1;
      const high = element.scrollHeight > element.clientHeight + 1;
      if (display === 'inline') return false;
      const cut = (wide && ['hidden', 'clip'].includes(overflowX)) || (high && ['hidden', 'clip'].includes(overflowY));
      return cut || (element.matches(boxed) && overflowX === 'visible' && wide);
    })
    .map(
      (element) => `${element.tagName}.${element.className} “${element.textContent.trim().slice(0, 40)}” is cut off`,
    );
};

/** Words of a drawing that leave its frame. */
const cutDrawings = () =>
  [...document.querySelectorAll('main svg text')]
    .filter((text) => {
      const own = text.getBoundingClientRect();
      const frame = (text.closest('figure') ?? text.ownerSVGElement).getBoundingClientRect();
      return own.width > 0 && (own.left < frame.left - 1 || own.right > frame.right + 1);
    })
    .map((text) => `text “${text.textContent}” leaves its frame`);

/** What stays in place while the page scrolls takes room that a zoomed window does not have. */
const covered = () => {
  const fixed = [...document.querySelectorAll('body *')].filter((element) =>
    ['fixed', 'sticky'].includes(getComputedStyle(element).position),
  );
  const high = fixed.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
  return high > innerHeight / 4 ? [`what stays in place covers ${Math.round(high)} of ${innerHeight} px`] : [];
};

/** Where only a line tells which page is open, the others must not have it: forced colours draw lines that are else unseen. */
const openPageFaults = () =>
  [...document.querySelectorAll('nav ul')].flatMap((list) => {
    const lines = [...list.querySelectorAll('a')].map((link) => {
      const { borderBlockEndColor, borderInlineStartColor } = getComputedStyle(link);
      return { open: link.hasAttribute('aria-current'), line: `${borderBlockEndColor} ${borderInlineStartColor}` };
    });
    const open = lines.find((each) => each.open);
    const alike = open && lines.some((each) => !each.open && each.line === open.line);
    return alike ? [`more than one page looks open in ${list.className}`] : [];
  });

/** The focus can be seen where it is, and is not under something else (WCAG 2.4.7, 2.4.11). */
const focusFault = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const name = `${element.tagName} “${(element.textContent || element.id).trim().slice(0, 30)}”`;
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
    return `the focus is outside the window: ${name}`;
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const above = document.elementFromPoint(x, y);
  const label = element.labels?.[0];
  if (above && !element.contains(above) && !above.contains(element) && !label?.contains(above))
    return `covered: ${name}`;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? `no visible focus: ${name}` : null;
};

async function walk(page, steps) {
  const found = [];
  await page.evaluate(() => window.scrollTo(0, 0));
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(focusFault);
    if (fault) found.push(fault);
  }
  return found;
}

/** The four colours, each by the shape and word of its badge; and how much a shape stands out from what is behind it. */
async function badges(page, blank) {
  const found = new Map();
  for (const badge of await page.locator('main .signal-badge:visible').all()) {
    const word = (await badge.innerText()).trim();
    if (found.has(word) || found.size > 8) continue;
    const shape = await badge
      .locator('svg')
      .first()
      .evaluate((svg) => svg.innerHTML.replaceAll(/fill="[^"]*"/g, ''));
    found.set(word, { shape, contrast: contrast(await brightness(blank, await badge.screenshot())) });
  }
  return found;
}

function badgeFaults(found, how) {
  return [...found].flatMap(([word, { contrast: ratio }]) =>
    ratio < 3 ? [`${how}: the badge “${word}” has a contrast of ${ratio.toFixed(1)}`] : [],
  );
}

const moving = () =>
  [...document.querySelectorAll('*')]
    .filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration.split(',').some((each) => Number.parseFloat(each) > 0);
    })
    .map((element) => `moves: ${element.tagName}.${element.className}`);

const judges = {
  'reflow at 320 px': async (page) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    return (await isWiderThanWindow(page)) ? ['scrolls sideways'] : [];
  },
  'zoom of 400 %': async (page) => {
    await page.setViewportSize({ width: 320, height: 256 });
    return [...(await page.evaluate(covered)), ...(await walk(page, 25))];
  },
  'wider text on a phone': async (page) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await wear(page, spacing);
    const wide = (await isWiderThanWindow(page)) ? ['scrolls sideways'] : [];
    return [...wide, ...(await page.evaluate(clipped)), ...(await page.evaluate(cutDrawings))];
  },
  'wider text': async (page, { name }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await picture(page, `${name}-spacing`);
    const found = [...(await page.evaluate(clipped)), ...(await page.evaluate(cutDrawings))];
    await wear(page, '');
    return found;
  },
  'no motion': async (page) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    return page.evaluate(moving);
  },
  'forced colours': async (page, { name, blank }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await picture(page, `${name}-forced`);
    const found = [
      ...(await page.evaluate(openPageFaults)),
      ...badgeFaults(await badges(page, blank), 'forced'),
      ...(await walk(page, 12)),
    ];
    await page.emulateMedia({ forcedColors: 'none' });
    return found;
  },
  'no colours': async (page, { name, blank }) => {
    await wear(page, 'html { filter: grayscale(1); }');
    await picture(page, `${name}-grey`);
    const found = await badges(page, blank);
    const shapes = [...found.values()].map(({ shape }) => shape);
    const same = new Set(shapes).size < new Set([...found.keys()].map(classOf)).size;
    return [...badgeFaults(found, 'grey'), ...(same ? [`classes share a shape: ${[...found.keys()].join(', ')}`] : [])];
  },
};

/** The shades of red share the shape of red. */
const classOf = (word) => word.toLowerCase().replace(/^.*rood$/, 'rood');

async function judgePage(browser, chosen, blank) {
  const { page, close } = await openPage(browser, { as: chosen.as });
  await goTo(page, chosen.path);
  await chosen.prepare?.(page);
  let faults = 0;
  for (const [judge, judged] of Object.entries(judges)) {
    const found = [...new Set(await judged(page, { ...chosen, blank }))];
    if (found.length > 0) console.log(`FAULT ${judge}: ${chosen.path}`);
    for (const fault of found.slice(0, 6)) console.log(`      ${fault}`);
    faults += found.length;
  }
  await close();
  if (faults === 0) console.log(`good  ${Object.keys(judges).join(', ')}: ${chosen.path}`);
  return faults;
}

export async function judgePages(browser) {
  const blank = await browser.newPage();
  const queue = [...pages];
  let faults = 0;
  // Two windows at a time: that many cores look at pages.
  const window = async () => {
    for (let chosen = queue.shift(); chosen; chosen = queue.shift()) {
      const found = await judgePage(browser, chosen, blank);
      faults += found;
    }
  };
  await Promise.all([window(), window()]);
  await blank.close();
  return faults;
}
