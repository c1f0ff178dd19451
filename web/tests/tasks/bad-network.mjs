// A slow or broken network: the page says what happens, sends nothing twice, keeps what was typed, and goes on when asked.
import assert from 'node:assert/strict';
import { address, goTo, openPage, task } from '../region.mjs';

const me = 'onderzoeker';
const list = '**/api/v1/urgentielijst?*';
const correction = '**/api/v1/aanbieders/*/correcties';
const slowly = async (route) => {
  await new Promise((resolve) => setTimeout(resolve, 1200));
  await route.continue();
};

const waitForList = async (page) => {
  await page.route(list, slowly);
  await page.goto(`${address}/urgentielijst`);
  await page.getByRole('heading', { level: 1, name: 'Urgentielijst' }).waitFor();
  await page.getByRole('status').filter({ hasText: 'opgehaald' }).waitFor();
  await page.locator('.loading__block').first().waitFor();
  await page.locator('tbody tr').first().waitFor();
  assert.equal(await page.locator('.loading').count(), 0, 'the message goes when the rows come');
  await page.locator('#zoek').fill('schelp');
  await page.locator('[aria-busy=true] tbody tr').first().waitFor();
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
};

async function typeCorrection(page) {
  await goTo(page, '/aanbieders/33/feiten');
  await page.getByRole('link', { name: /^Klopt niet.*aantal bedrijven buiten de zorg$/i }).click();
  await page.locator('#bron-naam').selectOption({ index: 1 });
  await page.locator('#reden').fill('Een lange reden, die niet weg mag raken.');
}

/** The last one is really sent, and decided by somebody else, so that it can be proposed again tomorrow. */
async function refuse(page, browser) {
  const { page: decider, close } = await openPage(browser, { as: 'contractmanager' });
  await decider.goto(page.url());
  await decider.locator('#uitkomst').selectOption('afgewezen');
  await decider.locator('#reden').fill('Proef van het netwerk.');
  await decider.getByRole('button', { name: 'Leg het besluit vast' }).click();
  await decider.getByText('De correctie is afgewezen.').waitFor();
  await close();
}

const sendOnce = async (page, browser) => {
  let sent = 0;
  page.on('request', (request) => (sent += Number(request.method() === 'POST')));
  await typeCorrection(page);
  await page.route(correction, slowly);
  const send = page.getByRole('button', { name: 'Stel de correctie voor' });
  for (let press = 0; press < 3; press++) await send.press('Enter');
  assert.equal(await send.getAttribute('aria-busy'), 'true', 'the button says that it is busy');
  await page.waitForURL(/\/correcties\/\d+$/);
  assert.equal(sent, 1, 'three presses are one correction');
  await refuse(page, browser);
};

const readWithoutNetwork = async (page) => {
  await page.route(list, (route) => route.abort());
  await page.goto(`${address}/urgentielijst`);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  await page.unroute(list);
  await page.route(list, (route) => route.fulfill({ status: 500, body: 'stuk' }));
  await alert.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await alert.waitFor();
  await page.unroute(list);
  await alert.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await page.locator('tbody tr').first().waitFor();
  assert.equal(await alert.count(), 0);
};

const sendWithoutNetwork = async (page, browser) => {
  await typeCorrection(page);
  await page.route(correction, (route) => route.abort());
  const send = page.getByRole('button', { name: 'Stel de correctie voor' });
  await send.press('Enter');
  await page.getByRole('alert').waitFor();
  assert.equal(await page.locator('#reden').inputValue(), 'Een lange reden, die niet weg mag raken.');
  await page.unroute(correction);
  await send.press('Enter');
  await page.waitForURL(/\/correcties\/\d+$/);
  await refuse(page, browser);
};

/** What did not happen is said beside the star, in words that stay. */
const followWithoutNetwork = async (page) => {
  const follow = '**/api/v1/aanbieders/*/volgen';
  await goTo(page, '/urgentielijst');
  const name = page.locator('tbody th').first();
  const star = name.getByRole('button');
  await page.route(follow, (route) => route.abort());
  await star.press('Enter');
  await name.getByRole('alert').filter({ hasText: 'Dat lukte niet' }).waitFor();
  assert.equal(await star.getAttribute('aria-pressed'), 'false');
  await page.unroute(follow);
  await star.press('Enter');
  await name.locator('[aria-pressed=true]').waitFor();
  assert.equal(await name.getByRole('alert').count(), 0, 'the message goes when it works');
  await star.press('Enter');
  await name.locator('[aria-pressed=false]').waitFor();
};

const failures = { expected: /^Failed to load resource/ };

export const tasks = [
  task(me, 'waits for a slow list', waitForList),
  task(me, 'presses three times on a slow network', sendOnce),
  task(me, 'reads without network, and tries again', readWithoutNetwork, failures),
  task(me, 'sends without network, and tries again', sendWithoutNetwork, failures),
  task(me, 'follows a provider while the network is gone, and again', followWithoutNetwork, failures),
];
