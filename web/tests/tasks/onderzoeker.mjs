// The researcher: who is shared with whom, what the vault says, and a fact that is not right.
import assert from 'node:assert/strict';
import { pressEnterOn, typeIn } from '../keyboard.mjs';
import { goTo, openPage, settled, task } from '../region.mjs';

const me = 'onderzoeker';

const walkNetwork = async (page) => {
  await goTo(page, '/aanbieders/33');
  const name = await page.locator('h1').innerText();
  await pressEnterOn(page, page.getByRole('link', { name: 'Netwerk', exact: true }));
  await page.getByRole('heading', { name: 'Gedeeld met anderen' }).waitFor();
  await page.getByText('zegt op zichzelf niets').waitFor();
  await pressEnterOn(page, page.locator('.network__item').getByRole('link').first());
  await page.waitForURL((url) => !url.pathname.startsWith('/aanbieders/33'));
  await settled(page);
  assert.notEqual(await page.locator('h1').innerText(), name, 'another dossier');
};

const openVault = async (page) => {
  await goTo(page, '/aanbieders/33/feiten');
  await typeIn(page, page.locator('#reden'), 'Bureauonderzoek, vraag 4');
  await page.keyboard.press('Enter');
  await page
    .getByRole('cell', { name: /^Afgeschermd/ })
    .first()
    .waitFor({ state: 'detached' });
  assert.ok(!page.url().includes('Bureauonderzoek'), 'the reason is not in the address');
};

/** Says that a fact is not right; a second person decides, and the first one may not. */
const correctFact = async (page, browser) => {
  await goTo(page, '/aanbieders/33/feiten');
  await page.getByRole('link', { name: /^Klopt niet.*aantal verhuizingen$/i }).click();
  await page.locator('#bron-naam').selectOption('kvk');
  await page.locator('#reden').fill('Het register noemt er twee.');
  await page.getByRole('button', { name: 'Stel de correctie voor' }).click();
  await page.waitForURL(/\/correcties\/\d+$/);
  await page.getByText('U hebt deze correctie zelf voorgesteld').waitFor();

  const decider = await openPage(browser, { as: 'contractmanager' });
  await decider.page.goto(page.url());
  await decider.page.locator('#uitkomst').selectOption('afgewezen');
  await decider.page.locator('#reden').fill('Het uittreksel noemt geen verhuizing.');
  await decider.page.getByRole('button', { name: 'Leg het besluit vast' }).click();
  await decider.page.getByText('De correctie is afgewezen.').waitFor();
  await decider.close();
};

export const tasks = [
  task(me, 'follows a shared person or address to another provider', walkNetwork, { keyboard: true }),
  task(me, 'reads the vault, with a reason', openVault, { keyboard: true }),
  task(me, 'proposes a correction, and somebody else decides', correctFact),
];
