// The contract manager of one municipality: its own providers, and nothing about those elsewhere.
import assert from 'node:assert/strict';
import { assertFocus, pressEnterOn, typeIn } from '../keyboard.mjs';
import { address, goTo, settled, task } from '../region.mjs';

const me = 'contractmanager-enschede';

const openRed = async (page) => {
  await goTo(page, '/');
  const red = page.getByRole('link', { name: /^\d+ rood$/ });
  const count = Number((await red.innerText()).split(' ')[0]);
  await pressEnterOn(page, red);
  await page.waitForURL('**kleur=rood**');
  await page
    .locator('tbody tr')
    .nth(count - 1)
    .waitFor();
  assert.equal(await page.locator('tbody tr').count(), count, 'the list holds what the count promised');
  await pressEnterOn(page, page.getByRole('rowheader').getByRole('link').first());
  await page.getByRole('heading', { name: 'Waarom deze kleur?' }).waitFor();
};

const keepList = async (page) => {
  const name = `Mijn rode ${Date.now()}`;
  await goTo(page, '/urgentielijst?kleur=rood&sorteer=waarde&richting=af');
  await pressEnterOn(page, page.getByRole('button', { name: 'Mijn lijsten' }));
  await typeIn(page, page.locator('.own-lists input').first(), name);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name }).waitFor();
  await goTo(page, '/urgentielijst');
  await pressEnterOn(page, page.getByRole('button', { name: 'Mijn lijsten' }));
  await pressEnterOn(page, page.getByRole('link', { name }));
  await page.waitForURL('**kleur=rood**');
  assert.ok(page.url().includes('sorteer=waarde'), 'the list keeps filters and order');
  await typeIn(page, page.locator('.own-lists input').first(), name);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('vervangen?').waitFor();
  // The first leaves the question, the second the panel.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await pressEnterOn(page, page.getByRole('button', { name: 'Mijn lijsten' }));
  await pressEnterOn(page, page.getByRole('button', { name: new RegExp(name) }));
  await page.getByRole('link', { name }).waitFor({ state: 'detached' });
};

/** A list that opens first, and everything beside it: the second has an address, so that it stays after a reload. */
const openFirst = async (page) => {
  const name = `Eerst ${Date.now()}`;
  const lists = page.getByRole('button', { name: 'Mijn lijsten' });
  await goTo(page, '/urgentielijst?kleur=rood');
  await lists.click();
  await page.locator('.own-lists input').first().fill(name);
  await page.getByLabel('Open deze lijst het eerst').check();
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await page.getByText(`De lijst “${name}” is bewaard.`).waitFor();
  await goTo(page, '/urgentielijst');
  await page.waitForURL('**kleur=rood');
  await page.getByRole('button', { name: 'Wis alle filters' }).click();
  await page.waitForURL('**lijst=alles');
  await assertFocus(page, page.locator('#zoek'), 'a new filter can be chosen');
  await page.reload();
  await settled(page);
  assert.ok(page.url().endsWith('lijst=alles'), 'everything stays everything');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.waitForURL('**/aanbieders/*');
  await page.goBack();
  await page.waitForURL('**lijst=alles');
  await lists.click();
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('link', { name }).waitFor({ state: 'detached' });
};

/** Paper says what it lists, and has nothing that can be pressed. */
const print = async (page) => {
  await goTo(page, '/urgentielijst?kleur=rood&stap=urgentielijst&zoek=zorg');
  await page.locator('tbody tr').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const line = await page.locator('.urgency-list__on-paper').innerText();
  assert.match(line, /gezocht op “zorg”, Rood, stap Urgentielijst; op volgorde van urgentie\. Peildatum 9 mei 2019;/);
  assert.equal(await page.locator('main .nl-button:visible').count(), 0);
  const head = page.locator('.data-table__sort').first();
  assert.equal(await head.evaluate((each) => getComputedStyle(each).display), 'contents', 'a head that repeats');
};

const follow = async (page) => {
  await goTo(page, '/urgentielijst');
  const star = page.locator('.urgency-list__follow').first();
  await star.click();
  await page.locator('.urgency-list__follow[aria-pressed=true]').first().waitFor();
  await goTo(page, '/urgentielijst?gevolgd=ja');
  await page.locator('tbody tr').first().waitFor();
  assert.equal(await page.locator('tbody tr').count(), 1, 'only who is followed');
  await star.click();
  await page.locator('.urgency-list__follow[aria-pressed=false]').first().waitFor();
};

/** A dossier that is not there, or is not this municipality's: why that can be, and whom to ask. */
const meetTheBorder = async (page) => {
  await page.goto(`${address}/aanbieders/999999`);
  await page.getByText('geen overeenkomst in uw gemeente (Enschede)').waitFor();
  await page.getByText('Vraag de contractmanager van de regio').waitFor();
  assert.doesNotMatch(await page.locator('main').innerText(), /Storingscode|Probeer opnieuw/);
};

export const tasks = [
  task(me, 'opens the first red provider of the municipality', openRed, { keyboard: true }),
  task(me, 'keeps a list and opens it again', keepList, { keyboard: true }),
  task(me, 'clears the list that opens first, and stays with everything', openFirst),
  task(me, 'prints a list', print),
  task(me, 'follows a provider', follow),
  task(me, 'reads why a dossier is not there', meetTheBorder),
];
