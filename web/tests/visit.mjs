// Visits every route: `visit.mjs [route…]`. Fails on a violation, a complaint of the console or a page that scrolls sideways.
import { accessibilityFaults, goTo, isWiderThanWindow, openBrowser, openPage, picture, signalRed } from './region.mjs';
import { routes } from './routes.mjs';

const wanted = process.argv.slice(2);
const chosen = routes.filter((route) => wanted.length === 0 || wanted.includes(route.path));
const browser = await openBrowser();
let faults = 0;

// Two widths, two languages and two themes are eight looks. In these four each two of them meet (a wide page in English, a narrow
// one in the other theme, …): a fault needs no third to show, and it takes half the time.
const looks = [
  { width: 1280, language: 'nl' },
  { width: 390, language: 'en' },
  { width: 390, language: 'nl', theme: 'waterrijk' },
  { width: 1280, language: 'en', theme: 'waterrijk' },
];

async function visit({ look: { width, language, theme }, role }) {
  const { page, complaints, close } = await openPage(browser, { width, language, theme, as: role });
  const name = [width, language, theme].filter(Boolean).join('-');
  for (const route of chosen.filter((each) => each.as === role)) {
    await goTo(page, route.path);
    await route.prepare?.(page);
    const found = [...(await accessibilityFaults(page)), ...complaints.splice(0)];
    if ((await signalRed(page)) !== '#a31016') found.push('a theme changed the colour of a signal');
    if (await isWiderThanWindow(page)) found.push('wider than the window');
    await picture(page, `${route.name}-${name}`);
    console.log(`${found.length === 0 ? 'good ' : 'FAULT'} ${name} ${route.as ?? '-'} ${route.path}`);
    for (const fault of found) console.log(`      ${fault}`);
    faults += found.length;
  }
  await close();
}

const roles = [...new Set(chosen.map((route) => route.as))];
const rounds = looks.flatMap((look) => roles.map((role) => ({ look, role })));
// Two windows at a time: that many cores look at pages.
const window = async () => {
  for (let round = rounds.shift(); round; round = rounds.shift()) await visit(round);
};
await Promise.all([window(), window()]);

await browser.close();
process.exitCode = faults === 0 ? 0 : 1;
