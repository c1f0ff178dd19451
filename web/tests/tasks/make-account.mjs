// Makes an account by keyboard, gives it a role that rests on a decision, keeps it out and lets it in again.
import assert from 'node:assert/strict';
import { address, openPage, settled } from '../region.mjs';

async function makeAccount(browser) {
  const { page, close } = await openPage(browser, { as: 'beheerder' });
  await page.goto(`${address}/gebruikers/nieuw`);
  await settled(page);
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
  await close();
}

export const tasks = [makeAccount];
