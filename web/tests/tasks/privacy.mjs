// The privacy officer: keeps the setup list with a colleague, and sees who looked at whom.
import assert from 'node:assert/strict';
import { pressEnterOn, typeIn } from '../keyboard.mjs';
import { goTo, settled, task } from '../region.mjs';

const me = 'privacy';

const keepSetup = async (page) => {
  await goTo(page, '/werk');
  await pressEnterOn(page, page.getByRole('link', { name: 'Open de instellijst' }));
  await pressEnterOn(page, page.getByRole('link', { name: /^Wijzig: Aanbieders weten ervan/ }));
  const document = page.locator('#stuk');
  await document.waitFor();
  const before = await document.inputValue();
  await typeIn(page, document, 'Brief aan alle aanbieders');
  await page.keyboard.press('Enter');
  await page.getByText(/Brief aan alle aanbieders/).waitFor();
  await goTo(page, '/instellijst');
  await pressEnterOn(page, page.getByRole('link', { name: /^Wijzig: Aanbieders weten ervan/ }));
  await typeIn(page, document, before);
  await page.keyboard.press('Enter');
  await page.getByText(/Brief aan alle aanbieders/).waitFor({ state: 'detached' });
};

const fromLogToDossier = async (page) => {
  await goTo(page, '/logboek');
  await typeIn(page, page.locator('#aanbieder'), '33');
  await page.waitForURL('**aanbieder=33');
  await settled(page);
  await pressEnterOn(
    page,
    page
      .locator('tbody')
      .getByRole('link', { name: /^Dossier/ })
      .first(),
  );
  await page.waitForURL('**/aanbieders/33');
  await pressEnterOn(page, page.getByRole('link', { name: 'Logboek', exact: true }).last());
  await page.getByRole('heading', { name: 'Logboek van dit dossier' }).waitFor();
};

const traceDelivery = async (page) => {
  await goTo(page, '/gegevens');
  await page.locator('.last-imports a').first().click();
  await page.locator('.outcome-tiles').waitFor();
  assert.match(await page.locator('main').innerText(), /\d+ rijen|\d+/);
};

const seeWhoHasAccess = async (page) => {
  await goTo(page, '/gebruikers');
  await page
    .getByRole('cell', { name: /Toezichthouder/ })
    .first()
    .waitFor();
  assert.equal(await page.getByRole('link', { name: 'Nieuwe gebruiker' }).count(), 0, 'making accounts is for others');
};

export const tasks = [
  task(me, 'keeps the setup list', keepSetup, { keyboard: true }),
  task(me, 'goes from a line of the log to the dossier', fromLogToDossier, { keyboard: true }),
  task(me, 'sees what a delivery brought', traceDelivery),
  task(me, 'sees who has access', seeWhoHasAccess),
];
