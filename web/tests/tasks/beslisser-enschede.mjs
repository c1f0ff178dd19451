// The decision maker of a municipality: reads all that a decision rests on, as of a day, and decides no corrections.
import assert from 'node:assert/strict';
import { pressEnterOn } from '../keyboard.mjs';
import { goTo, settled, task } from '../region.mjs';

const me = 'beslisser-enschede';

/** The most urgent provider of the municipality. */
async function openOwn(page) {
  await goTo(page, '/');
  await pressEnterOn(page, page.locator('.my-work__line a').first());
  await page.waitForURL('**/aanbieders/*');
  await settled(page);
}

const readDossier = async (page) => {
  await openOwn(page);
  await page.locator('.why__sentence').waitFor();
  await page.getByText('Een kleur is een signaal, geen oordeel.').first().waitFor();
  await pressEnterOn(page, page.getByRole('link', { name: 'Feiten en bronnen', exact: true }));
  await page.getByRole('columnheader', { name: 'Bron' }).first().waitFor();
};

const readAsOf = async (page) => {
  await openOwn(page);
  await goTo(page, `${new URL(page.url()).pathname}?bekendOp=2018-11-15`);
  await page.getByText('zoals bekend op 15 november 2018').waitFor();
  await page.getByRole('button', { name: 'Terug naar nu' }).click();
  await page.waitForURL((url) => !url.search.includes('bekendOp'));
  await page.locator('.why__sentence').waitFor();
};

const askForTomorrow = async (page) => {
  await openOwn(page);
  const path = new URL(page.url()).pathname;
  await goTo(page, `${path}?bekendOp=2030-01-01`);
  await page.getByText('Deze dag moet nog komen').waitFor();
  assert.equal(await page.getByRole('alert').count(), 0, 'no fault of the server');
  await page.locator('#bekendOp').fill('2019-01-01');
  await page.getByRole('button', { name: 'Toon dat moment' }).click();
  await page.getByText('zoals bekend op 1 januari 2019').waitFor();
};

const readContracts = async (page) => {
  await openOwn(page);
  await page.getByRole('link', { name: 'Overeenkomsten', exact: true }).click();
  await page.getByRole('table', { name: 'Overeenkomsten', exact: true }).waitFor();
  assert.ok((await page.getByRole('cell', { name: 'Loopt', exact: true }).count()) > 0, 'a contract that runs');
};

const readCorrections = async (page) => {
  await goTo(page, '/correcties?status=afgewezen');
  await page.locator('main select').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Leg het besluit vast' }).count(), 0, 'that is for others');
};

export const tasks = [
  task(me, 'reads a dossier before deciding', readDossier, { keyboard: true }),
  task(me, 'reads what was known on a day, and goes back to now', readAsOf),
  task(me, 'asks for a day that has yet to come', askForTomorrow),
  task(me, 'reads which contracts run', readContracts),
  task(me, 'sees corrections without deciding on them', readCorrections),
];
