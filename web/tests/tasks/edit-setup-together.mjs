// Two people change the same part of the setup list: the second one sees both versions, and nothing is overwritten unseen.
import assert from 'node:assert/strict';
import { address, openPage, settled } from '../region.mjs';

async function openPart(browser) {
  const opened = await openPage(browser, { as: 'privacy' });
  await opened.page.goto(`${address}/instellijst?wijzig=iama`);
  await settled(opened.page);
  return opened;
}

async function save({ page }, document) {
  await page.locator('#stuk').fill(document);
  await page.keyboard.press('Enter');
}

async function editSetupTogether(browser) {
  const first = await openPart(browser);
  const second = await openPart(browser);
  const before = await first.page.locator('#stuk').inputValue();
  await save(first, 'IAMA, versie van de eerste');
  await first.page.waitForURL(/instellijst$/);
  await save(second, 'IAMA, versie van de tweede');
  const conflict = second.page.getByRole('alert');
  await conflict.waitFor();
  const text = await conflict.innerText();
  assert.ok(text.includes('versie van de eerste') && text.includes('versie van de tweede'));
  await conflict.getByRole('button', { name: 'Sla mijn wijziging toch op' }).press('Enter');
  await second.page.getByText(/versie van de tweede/).waitFor();

  await second.page.goto(`${address}/instellijst?wijzig=iama`);
  await settled(second.page);
  await save(second, before);
  await second.page.waitForURL(/instellijst$/);
  await first.close();
  await second.close();
}

export const tasks = [editSetupTogether];
