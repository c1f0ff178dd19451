// The owner of the model: how often each question is a hit, what a new version changes, and no facts of a person.
import assert from 'node:assert/strict';
import { pressEnterOn, typeIn } from '../keyboard.mjs';
import { goTo, task } from '../region.mjs';

const me = 'modeleigenaar';

const readQuestion = async (page) => {
  await goTo(page, '/model');
  await pressEnterOn(page, page.getByRole('link', { name: /^Versie / }).first());
  await page.waitForURL('**/model/*/*');
  await typeIn(page, page.locator('#zoek'), 'personeel');
  await page.waitForURL('**zoek=personeel');
  const shown = page.locator('.indicator');
  assert.ok((await shown.count()) > 0 && (await shown.count()) < 10, 'a few questions are left');
  assert.match(await shown.first().innerText(), /van de \d+ aanbieders met deze vraag/, 'the hit rate stands there');
};

const compareScreenings = async (page) => {
  await goTo(page, '/screenings');
  await page.locator('main tbody a').first().click();
  await page.locator('main a[href*=vergelijking]').click();
  const others = page.locator('#met option');
  await others.last().waitFor({ state: 'attached' });
  await page.locator('#met').selectOption({ index: (await others.count()) - 1 });
  await page.locator('tbody tr').first().waitFor();
  const causes = await page.locator('#oorzaak option').allInnerTexts();
  assert.ok(causes.length > 1, 'each change has a cause');
};

const readSpread = async (page) => {
  await goTo(page, '/werk');
  await pressEnterOn(page, page.getByRole('link', { name: 'Bekijk de verdeling' }));
  await page.waitForURL('**/verdeling');
  await page.locator('main figure').nth(5).waitFor();
};

const meetProtection = async (page) => {
  await goTo(page, '/aanbieders/31/feiten');
  assert.ok((await page.getByRole('cell', { name: /^Afgeschermd/ }).count()) > 0, 'values are kept back');
  assert.equal(await page.locator('#reden').count(), 0, 'this role has no way into the vault');
};

export const tasks = [
  task(me, 'reads a question of the model and its hit rate', readQuestion, { keyboard: true }),
  task(me, 'compares two screenings by cause', compareScreenings),
  task(me, 'sees how the providers are spread', readSpread, { keyboard: true }),
  task(me, 'sees that facts are protected', meetProtection),
];
