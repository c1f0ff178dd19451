// Finds who did what in the log, with the filter in the address, and takes the whole chain along to check it elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { address, openPage, settled } from '../region.mjs';

async function readLog(browser) {
  const { page, close } = await openPage(browser, { as: 'auditor' });
  await page.goto(`${address}/logboek`);
  await settled(page);
  await page.locator('#handeling').selectOption('aangemeld');
  await page.waitForURL(/handeling=aangemeld/);
  await page.reload();
  await page.locator('tbody tr').first().waitFor();
  const actions = await page.locator('tbody td[data-label=Wat]').allInnerTexts();
  assert.ok(actions.length > 0 && actions.every((text) => text === 'Aangemeld'), 'only what was asked');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download het hele logboek' }).press('Enter'),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\n');
  assert.ok(lines.at(0).startsWith('{"slagboom-audit":1'), 'the chain begins');
  assert.ok(lines.at(-1).startsWith('{"hoofd":'), 'the chain ends with its head');
  await close();
}

export const tasks = [readLog];
