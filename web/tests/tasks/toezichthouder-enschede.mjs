// The supervisor: picks the next provider, sees when its colour changed, and reads the vault with a reason.
import assert from 'node:assert/strict';
import { pressEnterOn, typeIn } from '../keyboard.mjs';
import { goTo, settled, task } from '../region.mjs';

const me = 'toezichthouder-enschede';

/** The most urgent provider of the municipality. */
async function openOwn(page) {
  await goTo(page, '/');
  await pressEnterOn(page, page.locator('.my-work__line a').first());
  await page.waitForURL('**/aanbieders/*');
  await settled(page);
}

const pickNext = async (page) => {
  await goTo(page, '/urgentielijst');
  await pressEnterOn(page, page.getByRole('button', { name: /Rood/ }).first());
  await page.waitForURL('**kleur=rood**');
  await pressEnterOn(page, page.getByRole('button', { name: 'Per jaar' }));
  await page.waitForURL('**sorteer=waarde**');
  assert.equal(await page.locator('th[aria-sort]').getAttribute('aria-sort'), 'descending', 'the highest first');
  await pressEnterOn(page, page.getByRole('rowheader').getByRole('link').first());
  await page.locator('.why__sentence').waitFor();
};

const seeHistory = async (page) => {
  await openOwn(page);
  await pressEnterOn(page, page.getByRole('link', { name: 'Historie', exact: true }));
  await page.getByRole('heading', { name: 'Kleur per screening' }).waitFor();
  assert.match(await page.getByRole('table').innerText(), /Eerste screening/, 'the first one has no cause');
};

const openVault = async (page) => {
  await openOwn(page);
  await page.getByRole('link', { name: 'Feiten en bronnen', exact: true }).click();
  await page.locator('#reden').waitFor();
  const hidden = page.getByRole('cell', { name: /^Afgeschermd/ });
  const before = await hidden.count();
  assert.ok(before > 0, 'the vault is shut at first');
  await page.getByRole('button', { name: 'Toon de waarden' }).click();
  await page.getByText('Schrijf eerst een reden').waitFor();
  await typeIn(page, page.locator('#reden'), 'Gesprek met het bestuur op 14 mei');
  await page.keyboard.press('Enter');
  await hidden.first().waitFor({ state: 'detached' });
  assert.equal(await hidden.count(), 0);
};

export const tasks = [
  task(me, 'picks the next provider: red, highest value first', pickNext, { keyboard: true }),
  task(me, 'sees how a colour went from screening to screening', seeHistory, { keyboard: true }),
  task(me, 'reads the vault, with a reason', openVault),
];
