// The auditor: who did what, whether the log is whole, and who may what. No dossier.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chooseIn, pressEnterOn } from '../keyboard.mjs';
import { goTo, openPage, settled, task } from '../region.mjs';

const me = 'auditor';

const readLog = async (page) => {
  await goTo(page, '/logboek');
  await chooseIn(page, page.locator('#handeling'), 'Aangemeld');
  await page.waitForURL(/handeling=aangemeld/);
  await page.reload();
  await settled(page);
  const actions = await page.locator('tbody td[data-label=Wat]').allInnerTexts();
  assert.ok(actions.length > 0 && actions.every((text) => text === 'Aangemeld'), 'only what was asked');
};

const keepToOne = async (page, browser) => {
  const other = await openPage(browser, { as: 'contractmanager' });
  await goTo(other.page, '/aanbieders/33');
  await other.close();
  await goTo(page, '/logboek?handeling=dossier-bekeken');
  const link = page.locator('td[data-label=Aanbieder] a').first();
  const name = await link.innerText();
  await link.click();
  await page.waitForURL(/aanbieder=\d+/);
  await settled(page);
  assert.ok((await page.locator('.filter-bar').innerText()).includes(name), 'the filter says whose entries these are');
  const names = await page.locator('td[data-label=Aanbieder]').allInnerTexts();
  assert.ok(
    names.every((each) => each.startsWith(name)),
    'only of this provider',
  );
};

const takeChain = async (page) => {
  await goTo(page, '/logboek');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download het hele logboek' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\n');
  assert.ok(lines.at(0).startsWith('{"slagboom-audit":1'), 'the chain begins');
  assert.ok(lines.at(-1).startsWith('{"hoofd":'), 'the chain ends with its head');
};

const seeRoles = async (page) => {
  await goTo(page, '/gebruikers?zoek=zaklamp');
  await pressEnterOn(page, page.locator('tbody').getByRole('link').first());
  await page.waitForURL(/\/gebruikers\/\d+$/);
  await settled(page);
  await page
    .getByText(/Enschede/)
    .first()
    .waitFor();
  assert.equal(await page.getByRole('button', { name: 'Rollen opslaan' }).count(), 0, 'the auditor changes nothing');
};

const meetClosedDossier = async (page) => {
  await goTo(page, '/aanbieders/33/logboek');
  await page.getByText('en niet het dossier zelf').waitFor();
  await goTo(page, '/urgentielijst');
  await page.locator('.no-access, main h1').first().waitFor();
  assert.equal(await page.locator('tbody tr').count(), 0, 'no list of providers');
};

/** The rules are there to check; how often each was answered yes is of the screenings, and the page says so. */
const readModel = async (page) => {
  await goTo(page, '/model');
  await page.locator('.model-versions a').first().click();
  await page.getByText('ziet alleen wie screenings mag zien').waitFor();
  assert.equal(await page.getByText(/^Screening van .* met deze vraag/).count(), 0, 'no counts of screenings');
};

export const tasks = [
  task(me, 'finds who signed in', readLog, { keyboard: true }),
  task(me, 'keeps the log to one provider by its name', keepToOne),
  task(me, 'takes the whole chain along', takeChain),
  task(me, 'sees on which decision a role rests', seeRoles, { keyboard: true }),
  task(me, 'reads the log of a dossier that stays shut', meetClosedDossier),
  task(me, 'reads the rules of the model, and why their counts are not there', readModel),
];
