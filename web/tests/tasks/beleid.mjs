// Somebody of policy: counts and the model, and never the name of a provider.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chooseIn, pressEnterOn, tabTo } from '../keyboard.mjs';
import { goTo, settled, task } from '../region.mjs';

const me = 'beleid';

const compareMoments = async (page) => {
  await goTo(page, '/');
  await page.waitForURL('**/verdeling');
  const figures = page.locator('main figure');
  await figures.nth(6).waitFor();
  assert.equal(await figures.count(), 7, 'five pictures, the flow, and who came and went');
  assert.equal(await page.locator('main a[href^="/aanbieders"]').count(), 0, 'no provider is named');
  await tabTo(page, page.locator('#van'));
  await page.keyboard.press('ArrowUp');
  await page.waitForURL('**van=*');
  await figures.nth(6).waitFor();
};

const takeFigures = async (page) => {
  await goTo(page, '/verdeling');
  const figures = page.locator('main figure');
  await figures.nth(6).waitFor();
  await figures.first().locator('summary').click();
  assert.equal(await figures.first().locator('tbody tr').count(), 4);
  const saved = page.waitForEvent('download');
  await figures.first().getByRole('button', { name: /csv/ }).click();
  const lines = readFileSync(await (await saved).path(), 'utf8')
    .trim()
    .split('\r\n');
  assert.equal(lines.length, 11, 'the file has what belongs to a colour, a head and a line for each colour');
  assert.match(lines[1], /^Peildatum;\d{4}-\d{2}-\d{2}$/);
  assert.match(lines[4], /geen oordeel over de aanbieder/);
  const picture = page.waitForEvent('download');
  await figures.nth(5).getByRole('button', { name: /svg/ }).click();
  const drawn = readFileSync(await (await picture).path(), 'utf8');
  assert.match(drawn, /^<svg/);
  for (const part of ['Verschuiving tussen', 'met model', 'geen oordeel']) assert.ok(drawn.includes(part), part);
};

const readModel = async (page) => {
  await goTo(page, '/model');
  await pressEnterOn(page, page.getByRole('link', { name: /^Versie / }).first());
  await page.waitForURL('**/model/*/*');
  await settled(page);
  const all = await page.locator('.indicator').count();
  await chooseIn(page, page.locator('#categorie'), 'Uitsl');
  await page.waitForURL('**categorie=uitsluiting');
  await page.waitForFunction((before) => document.querySelectorAll('.indicator').length !== before, all);
  const some = await page.locator('.indicator').count();
  assert.ok(some > 0 && some < all, 'a part of the questions');
  await pressEnterOn(page, page.locator('.indicator summary').first());
};

const seeNoNames = async (page) => {
  await goTo(page, '/screenings');
  await page.locator('tbody tr').first().waitFor();
  await goTo(page, '/urgentielijst');
  assert.equal(await page.locator('tbody tr').count(), 0, 'no list of providers');
};

export const tasks = [
  task(me, 'compares two moments', compareMoments, { keyboard: true }),
  task(me, 'takes figures and a picture along', takeFigures),
  task(me, 'reads the grounds for exclusion in the model', readModel, { keyboard: true }),
  task(me, 'sees screenings as counts only', seeNoNames),
];
