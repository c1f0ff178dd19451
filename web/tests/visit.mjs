// Visits every route at two widths: `visit.mjs [route…]`. Fails on a violation, a complaint of the console or a page that scrolls sideways.
import {
  accessibilityFaults,
  address,
  isWiderThanWindow,
  openBrowser,
  openPage,
  picture,
  settled,
  signalRed,
  widths,
} from './region.mjs';
import { routes } from './routes.mjs';

const wanted = process.argv.slice(2);
const chosen = routes.filter((route) => wanted.length === 0 || wanted.includes(route.path));
const browser = await openBrowser();
let faults = 0;

const looks = [{ language: 'nl' }, { language: 'en' }, { language: 'nl', theme: 'waterrijk' }];
const nameOf = ({ language, theme }) => theme ?? language;

async function visit({ width, look: { language, theme }, role }) {
  const { page, complaints, close } = await openPage(browser, { width, language, theme, as: role });
  for (const route of chosen.filter((each) => each.as === role)) {
    await page.goto(address + route.path);
    await settled(page);
    await route.prepare?.(page);
    const found = [...(await accessibilityFaults(page)), ...complaints.splice(0)];
    if ((await signalRed(page)) !== '#a31016') found.push('a theme changed the colour of a signal');
    if (await isWiderThanWindow(page)) found.push('wider than the window');
    await picture(page, `${route.name}-${nameOf({ language, theme })}-${width}`);
    const verdict = found.length === 0 ? 'good ' : 'FAULT';
    console.log(`${verdict} ${width} ${nameOf({ language, theme })} ${route.as ?? '-'} ${route.path}`);
    for (const fault of found) console.log(`      ${fault}`);
    faults += found.length;
  }
  await close();
}

const roles = [...new Set(chosen.map((route) => route.as))];
const rounds = widths.flatMap((width) => looks.flatMap((look) => roles.map((role) => ({ width, look, role }))));
// Two windows at a time: that many cores look at pages.
const window = async () => {
  for (let round = rounds.shift(); round; round = rounds.shift()) await visit(round);
};
await Promise.all([window(), window()]);

await browser.close();
process.exitCode = faults === 0 ? 0 : 1;
