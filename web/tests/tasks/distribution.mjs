// Somebody of policy compares two moments: counts only, in pictures and in tables, and takes the figures along.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { address, openPage } from '../region.mjs';
import { pressEnterOn, tabTo } from './keyboard.mjs';

async function compareMoments(browser) {
  const { page, close } = await openPage(browser, { as: 'beleid' });
  await page.goto(address);
  await page.waitForURL('**/verdeling');
  const figures = page.locator('main figure');
  await figures.nth(6).waitFor();
  assert.equal(await figures.count(), 7, 'five pictures, the flow, and who came and went');
  assert.equal(await page.locator('main a[href^="/aanbieders"]').count(), 0, 'no provider is named');

  const first = page.locator('#van');
  await tabTo(page, first);
  await page.keyboard.press('ArrowUp');
  await page.waitForURL('**van=*');
  await figures.nth(6).waitFor();

  await pressEnterOn(page, figures.first().locator('summary'));
  const rows = figures.first().locator('tbody tr');
  assert.equal(await rows.count(), 4);
  const saved = page.waitForEvent('download');
  await pressEnterOn(page, figures.first().getByRole('button', { name: /csv/ }));
  const lines = readFileSync(await (await saved).path(), 'utf8')
    .trim()
    .split('\r\n');
  assert.equal(lines.length, 5, 'the file has a head and a line for each colour');
  const picture = page.waitForEvent('download');
  await pressEnterOn(page, figures.nth(5).getByRole('button', { name: /svg/ }));
  assert.match(readFileSync(await (await picture).path(), 'utf8'), /^<svg/);
  await close();
}

export const tasks = [compareMoments];
