// Two people change the same thing: the second one sees both versions, and nothing is overwritten unseen.
import assert from 'node:assert/strict';
import { assertFocus } from '../keyboard.mjs';
import { goTo, openPage, task } from '../region.mjs';

const conflict = (page) => page.getByRole('alert').filter({ hasText: 'Iemand anders heeft dit gewijzigd' });

const meetInSetup = async (first, browser) => {
  const { page: second, close } = await openPage(browser, { as: 'privacy' });
  for (const page of [first, second]) await goTo(page, '/instellijst?wijzig=iama');
  const before = await first.locator('#stuk').inputValue();
  await first.locator('#stuk').fill('IAMA, versie van de eerste');
  await first.keyboard.press('Enter');
  await first.waitForURL(/instellijst$/);
  await second.locator('#stuk').fill('IAMA, versie van de tweede');
  await second.keyboard.press('Enter');
  await conflict(second).waitFor();
  const text = await conflict(second).innerText();
  assert.ok(text.includes('versie van de eerste') && text.includes('versie van de tweede'), 'both versions');
  await second.getByRole('button', { name: 'Sla mijn wijziging toch op' }).press('Enter');
  await second.getByText(/versie van de tweede/).waitFor();

  await goTo(second, '/instellijst?wijzig=iama');
  await second.locator('#stuk').fill(before);
  await second.keyboard.press('Enter');
  await second.waitForURL(/instellijst$/);
  await close();
};

const meetInContact = async (first, browser) => {
  const { page: second, close } = await openPage(browser, { as: 'contractmanager' });
  const number = String(Date.now());
  for (const page of [first, second]) {
    await goTo(page, '/aanbieders/31');
    await page.getByRole('button', { name: 'Wijzig de contactgegevens' }).press('Enter');
  }
  await first.locator('#telefoon').fill(number);
  await first.keyboard.press('Enter');
  await first.getByText(number).waitFor();
  await second.locator('#telefoon').fill(`${number}0`);
  await second.keyboard.press('Enter');
  await conflict(second).waitFor();
  for (const version of [number, `${number}0`])
    await second.getByRole('cell', { name: version, exact: true }).waitFor();
  await second.getByRole('button', { name: 'Laat staan wat er nu staat' }).press('Enter');
  await second.getByText(number, { exact: true }).waitFor();
  await close();
};

const meetInDecision = async (first, browser) => {
  const { page: proposer, close: closeProposer } = await openPage(browser, { as: 'onderzoeker' });
  await goTo(proposer, '/aanbieders/33/feiten');
  await proposer.getByRole('link', { name: /^Klopt niet.*aantal bestuurders$/i }).click();
  await proposer.locator('#bron-naam').selectOption('kvk');
  await proposer.locator('#reden').fill('Het register noemt er drie.');
  await proposer.getByRole('button', { name: 'Stel de correctie voor' }).click();
  await proposer.waitForURL(/\/correcties\/\d+$/);
  const path = new URL(proposer.url()).pathname;
  await closeProposer();

  const { page: second, close } = await openPage(browser, { as: 'contractmanager' });
  for (const page of [first, second]) {
    await goTo(page, path);
    await page.locator('#uitkomst').selectOption('afgewezen');
    await page.locator('#reden').fill('Het uittreksel noemt er twee.');
  }
  await first.getByRole('button', { name: 'Leg het besluit vast' }).click();
  await first.getByText('De correctie is afgewezen.').waitFor();
  await assertFocus(first, first.getByText('Uw besluit is vastgelegd.'), 'the page says that it is done');
  await second.locator('#reden').fill('Mijn eigen reden');
  await second.getByRole('button', { name: 'Leg het besluit vast' }).click();
  await conflict(second).waitFor();
  const text = await conflict(second).innerText();
  assert.ok(text.includes('Mijn eigen reden') && text.includes('Het uittreksel noemt er twee.'), 'both reasons');
  await second.getByRole('button', { name: 'Laat staan wat er nu staat' }).click();
  await second.getByText('De correctie is afgewezen.').waitFor();
  await close();
};

export const tasks = [
  task('privacy', 'meets a colleague in the setup list', meetInSetup),
  task('contractmanager', 'meets a colleague in the contact details', meetInContact),
  task('contractmanager', 'meets a colleague in a decision', meetInDecision),
];
