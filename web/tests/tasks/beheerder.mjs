// The administrator: people, their roles, and keys for programs. No dossier.
import assert from 'node:assert/strict';
import { pressEnterOn, typeIn } from '../keyboard.mjs';
import { goTo, settled, task } from '../region.mjs';

const me = 'beheerder';

const makeAccount = async (page) => {
  await goTo(page, '/gebruikers/nieuw');
  await page.locator('#weergavenaam').fill('T. Proef (verzonnen)');
  await page.locator('#naam').fill(`proef-${Date.now()}`);
  await page.keyboard.press('Enter');
  await page.locator('.secret__value').waitFor();
  assert.match(await page.locator('.secret__value').innerText(), /^\S{12,}$/);

  await page.getByRole('link', { name: /Geef T. Proef/ }).press('Enter');
  await page.getByRole('button', { name: 'Voeg een rol toe' }).press('Enter');
  await page.locator('#rollen-0-rol').selectOption('toezichthouder');
  await page.getByRole('button', { name: 'Rollen opslaan' }).press('Enter');
  await page.getByRole('link', { name: 'Kies de gemeente van deze rol' }).press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'rollen-0-gemeente');
  await page.locator('#rollen-0-gemeente').selectOption('0153');
  await page.locator('#rollen-0-datum').fill('2019-05-01');
  await page.locator('#rollen-0-stuk').fill('Aanwijzingsbesluit 7');
  await page.getByRole('button', { name: 'Rollen opslaan' }).press('Enter');
  await page.getByText('Opgeslagen').waitFor();

  await page.locator('#reden').fill('Proef');
  await page.keyboard.press('Enter');
  await page.getByText(/Geblokkeerd sinds/).waitFor();
  await page.getByRole('button', { name: /Laat T. Proef/ }).press('Enter');
  await page.getByText('Heeft nog het eerste wachtwoord').waitFor();
};

const findAccount = async (page) => {
  await goTo(page, '/werk');
  await pressEnterOn(page, page.getByRole('link', { name: 'Gebruikers', exact: true }));
  await typeIn(page, page.locator('#zoek'), 'vergroot');
  await page.waitForURL('**zoek=vergroot');
  await settled(page);
  await pressEnterOn(page, page.locator('tbody').getByRole('link').first());
  await page.waitForURL(/\/gebruikers\/\d+$/);
  await page.getByText('Onderzoeker').first().waitFor();
};

const makeKey = async (page) => {
  const name = `Proef ${Date.now()}`;
  await goTo(page, '/sleutels?nieuw=ja');
  await page.locator('#naam').fill(name);
  await page.locator('#gebruiker').selectOption({ label: 'C. Afspraak (verzonnen)' });
  await page.getByLabel('list_providers', { exact: true }).check();
  await page.locator('#eindigtOp').fill('2019-06-01');
  await page.getByRole('button', { name: 'Sleutel maken' }).click();
  await page.locator('.secret__value').waitFor();
  await page.getByRole('button', { name: `Trek ${name} in` }).click();
  await page.getByRole('button', { name: 'Ja, trek in' }).click();
  await page.getByRole('button', { name: `Trek ${name} in` }).waitFor({ state: 'detached' });
};

export const tasks = [
  task(me, 'makes an account, gives a role, and blocks it', makeAccount),
  task(me, 'finds an account and reads its roles', findAccount, { keyboard: true }),
  task(me, 'makes a key for a program and takes it back', makeKey),
];
