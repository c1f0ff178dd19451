// The session ends while somebody works: the page asks to sign in above itself, and what was typed stays. Then: title, focus and scroll.
import assert from 'node:assert/strict';
import { accessibilityFaults, address, openBrowser, openPage, picture, settled } from './region.mjs';

const browser = await openBrowser();
const { page, close } = await openPage(browser, { as: 'contractmanager' });

await page.goto(`${address}/urgentielijst`);
await settled(page);
await page.context().clearCookies();
await page.locator('#zoek').fill('schelp');
const dialog = page.getByRole('dialog');
await dialog.waitFor();
assert.deepEqual(await accessibilityFaults(page), []);
await picture(page, 'session-ended', { fullPage: false });
await dialog.locator('#wachtwoord').fill('fout wachtwoord');
await dialog.locator('button[type=submit]').click();
await dialog.getByRole('alert').waitFor();
await dialog.locator('#wachtwoord').fill(process.env.SLAGBOOM_PASSWORD ?? 'de boom gaat open in 2019');
await dialog.locator('button[type=submit]').click();
await dialog.waitFor({ state: 'detached' });
assert.equal(await page.locator('#zoek').inputValue(), 'schelp');
await page.locator('tbody tr').first().waitFor();
console.log('good  what was typed stays when the session ends');

await page.clock.install();
await page.goto(`${address}/urgentielijst`);
await settled(page);
await page.clock.runFor('26:00');
await dialog.waitFor();
assert.deepEqual(await accessibilityFaults(page), []);
await picture(page, 'session-warning', { fullPage: false });
await dialog.locator('.nl-button--primary').click();
await dialog.waitFor({ state: 'detached' });
console.log('good  a warning before the session ends');

await page.goto(`${address}/urgentielijst`);
await settled(page);
await page.evaluate(() => window.scrollTo(0, 1500));
await page.clock.runFor(500);
await page.locator('th .nl-link').nth(20).click();
await page.waitForURL('**/aanbieders/*');
await page.locator('main h1').waitFor();
assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
assert.ok(!(await page.title()).startsWith('Urgentielijst'));
await page.goBack();
await page.locator('tbody tr').first().waitFor();
await page.clock.runFor(500);
assert.ok((await page.evaluate(() => window.scrollY)) > 1000);
assert.ok((await page.title()).startsWith('Urgentielijst'));
console.log('good  focus and title of a new page, and the place in the list on the way back');

await close();
await browser.close();
