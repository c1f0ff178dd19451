// From the list to a dossier and back: filters, order, place and focus are as they were.
import assert from 'node:assert/strict';
import { pressEnterOn } from '../keyboard.mjs';
import { goTo, settled, task } from '../region.mjs';

const me = 'contractmanager';
const focusedTag = (page) => page.evaluate(() => document.activeElement?.tagName);
const hasFocus = (tag) => document.activeElement?.tagName === tag;

const toDossierAndBack = async (page) => {
  await goTo(page, '/urgentielijst');
  await page
    .getByRole('button', { name: /oranje/i })
    .first()
    .click();
  await page.waitForURL('**kleur=oranje**');
  await page.getByRole('button', { name: 'Per jaar' }).click();
  await page.waitForURL('**sorteer=waarde**');
  const list = page.url();
  const link = page.locator('tbody th .nl-link').nth(20);
  const name = await link.innerText();
  await link.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => window.scrollY);
  assert.ok(place > 500, 'the list is longer than the window');
  await link.click();
  await page.waitForURL('**/aanbieders/*');
  await page.waitForFunction(hasFocus, 'H1');
  assert.ok((await page.title()).includes(name), 'the window is called after the provider');

  await page.goBack();
  await page.waitForURL(list);
  await page.locator('tbody tr').first().waitFor();
  await settled(page);
  assert.equal(await page.locator('tbody th .nl-link').nth(20).innerText(), name, 'the same rows in the same order');
  assert.ok(Math.abs((await page.evaluate(() => window.scrollY)) - place) < 50, 'the same place');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), name, 'the focus is on the link');
  assert.ok((await page.title()).startsWith('Urgentielijst'));

  await page.goForward();
  await page.waitForURL('**/aanbieders/*');
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

/** One step per choice, and a search is one step however much was typed. */
const backThroughFilters = async (page) => {
  await goTo(page, '/werk');
  await page.locator('.main-menu').getByRole('link', { name: 'Urgentielijst' }).click();
  await page.waitForURL('**/urgentielijst');
  await settled(page);
  await page
    .getByRole('button', { name: /oranje/i })
    .first()
    .click();
  await page.waitForURL('**kleur=oranje');
  await page.locator('#stap').selectOption('gegund');
  await page.waitForURL('**stap=gegund');
  await page.locator('#zoek').pressSequentially('zorg', { delay: 300 });
  await page.waitForURL('**zoek=zorg');
  for (const place of ['**stap=gegund', '**kleur=oranje', '**/urgentielijst', '**/werk']) {
    await page.goBack();
    await page.waitForURL(place);
  }
};

const throughPartsByKeyboard = async (page) => {
  await goTo(page, '/aanbieders/33');
  for (const part of ['Feiten en bronnen', 'Overeenkomsten', 'Netwerk', 'Historie']) {
    await pressEnterOn(page, page.getByRole('link', { name: part, exact: true }));
    await page.locator(`.dossier-tabs [aria-current=page]`).getByText(part).waitFor();
  }
  await page.goBack();
  await page.waitForURL('**/netwerk');
  await page.goBack();
  await page.waitForURL('**/overeenkomsten');
  assert.notEqual(await focusedTag(page), null);
};

const walkThroughList = async (page) => {
  await goTo(page, '/urgentielijst?kleur=rood&sorteer=aanbieder');
  const names = page.locator('tbody th .nl-link');
  await names.nth(2).waitFor();
  const [first, second] = await names.allInnerTexts();
  await pressEnterOn(page, names.first());
  await pressEnterOn(page, page.getByRole('link', { name: `Volgende: ${second}` }));
  await page.getByRole('heading', { level: 1, name: second }).waitFor();
  await page.getByRole('link', { name: `Vorige: ${first}` }).waitFor();
  await pressEnterOn(page, page.getByRole('link', { name: /^Terug naar de lijst \(2 van/ }));
  await page.waitForURL('**/urgentielijst?kleur=rood&sorteer=aanbieder');
};

export const tasks = [
  task(me, 'goes from the list to a dossier and back', toDossierAndBack),
  task(me, 'goes back through the filters one by one', backThroughFilters),
  task(me, 'goes on to the next dossier of the list', walkThroughList, { keyboard: true }),
  task(me, 'walks through the parts of a dossier and back', throughPartsByKeyboard, { keyboard: true }),
];
