// A contract manager of the region starts a screening, waits for it, and sees why colours differ from those before.
import assert from 'node:assert/strict';
import { address, openPage, settled } from '../region.mjs';
import { pressEnterOn, tabTo } from './keyboard.mjs';

async function startAndCompare(browser) {
  const { page, close } = await openPage(browser, { as: 'contractmanager' });
  await page.goto(`${address}/screenings`);
  await settled(page);
  await pressEnterOn(page, page.locator('main a[href="/screenings/nieuw"]'));
  await page.waitForURL('**/screenings/nieuw');

  const day = page.locator('#peildatum');
  const today = await day.inputValue();
  await day.fill('');
  await pressEnterOn(page, page.locator('main button[type=submit]'));
  assert.equal(await page.getByRole('alert').locator('a').count(), 1, 'a day that is missing is one fault');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.ok(await day.evaluate((each) => each === document.activeElement), 'the fault leads to its field');

  await day.fill(today);
  await pressEnterOn(page, page.locator('main button[type=submit]'));
  await page.waitForURL('**/screenings/taken/*');
  const result = page.locator('main a.nl-button--primary');
  await result.waitFor({ timeout: 60_000 });
  await pressEnterOn(page, result);
  await page.waitForURL(/\/screenings\/[0-9]+$/);
  await page.locator('main figure').first().waitFor();

  await pressEnterOn(page, page.locator('main a[href*=vergelijking]'));
  await page.waitForURL('**/vergelijking?*');
  const others = page.locator('#met option');
  await others.last().waitFor({ state: 'attached' });
  await page.locator('#met').selectOption({ index: (await others.count()) - 1 });
  await page.locator('tbody tr').first().waitFor();
  const all = await page.locator('tbody tr').count();
  await page.locator('#richting').selectOption('zwaarder');
  await page.waitForURL('**richting=zwaarder**');
  const heavier = await page.locator('tbody tr').count();
  assert.ok(heavier > 0 && heavier < all, 'the filter leaves a part');
  await page.reload();
  await page.locator('tbody tr').first().waitFor();
  assert.equal(await page.locator('tbody tr').count(), heavier, 'the address keeps the filter');
  await tabTo(page, page.locator('tbody a').first());
  await close();
}

export const tasks = [startAndCompare];
