// The session ends while somebody works: the page asks to sign in above itself, and what was typed stays.
import assert from 'node:assert/strict';
import { accessibilityFaults, goTo, password, picture, signIn, task } from '../region.mjs';

const me = 'contractmanager';
const dialogOf = (page) => page.getByRole('dialog');

async function signInAgain(page) {
  const dialog = dialogOf(page);
  await dialog.waitFor();
  await dialog.locator('#wachtwoord').fill(password);
  await dialog.locator('#wachtwoord').press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

const endInList = async (page) => {
  await goTo(page, '/urgentielijst');
  await page.context().clearCookies();
  await page.locator('#zoek').fill('schelp');
  const dialog = dialogOf(page);
  await dialog.waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  await picture(page, 'session-ended', { fullPage: false });
  await dialog.locator('#wachtwoord').fill('fout wachtwoord');
  await dialog.locator('button[type=submit]').click();
  await dialog.getByRole('alert').waitFor();
  await signInAgain(page);
  assert.equal(await page.locator('#zoek').inputValue(), 'schelp');
  await page.locator('tbody tr').first().waitFor();
};

const endInForm = async (page) => {
  const number = String(Date.now());
  await goTo(page, '/aanbieders/31');
  await page.getByRole('button', { name: 'Wijzig de contactgegevens' }).press('Enter');
  await page.locator('#telefoon').fill(number);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Opslaan' }).press('Enter');
  await signInAgain(page);
  assert.equal(await page.locator('#telefoon').inputValue(), number, 'what was typed is still there');
  await page.getByRole('button', { name: 'Opslaan' }).press('Enter');
  await page.getByText(number).waitFor();
};

const beWarned = async (page) => {
  await page.clock.install();
  await goTo(page, '/urgentielijst');
  await page.clock.runFor('26:00');
  const dialog = dialogOf(page);
  await dialog.waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  await picture(page, 'session-warning', { fullPage: false });
  await dialog.locator('.nl-button--primary').click();
  await dialog.waitFor({ state: 'detached' });
};

const first = 'C. Afspraak';
const titleHasFocus = (title) =>
  document.activeElement?.tagName === 'H1' && document.activeElement.textContent === title;

/** A session of this window alone: the other windows of the same person go on. */
async function beginOwnSession(page) {
  await page.context().clearCookies();
  await signIn(page, me);
}

const handOver = async (page) => {
  await beginOwnSession(page);
  await goTo(page, '/aanbieders/31');
  await page.getByRole('button', { name: first }).press('Enter');
  await page.getByRole('button', { name: 'Afmelden', exact: true }).press('Enter');
  await page.waitForFunction(titleHasFocus, 'Aanmelden');
  assert.ok(!(await page.locator('body').innerText()).includes(first), 'who signed out is gone from the page');
  await page.locator('#naam').fill('auditor');
  await page.locator('#wachtwoord').fill(password);
  await page.locator('#wachtwoord').press('Enter');
  await page.waitForFunction(titleHasFocus, 'Geen toegang');
};

const leaveUnfinished = async (page) => {
  await beginOwnSession(page);
  await goTo(page, '/aanbieders/31');
  await page.getByRole('button', { name: 'Wijzig de contactgegevens' }).press('Enter');
  await page.locator('#telefoon').fill('0612345678');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Opslaan' }).press('Enter');
  await dialogOf(page).locator('#naam').fill('auditor');
  await signInAgain(page);
  await page.waitForFunction(titleHasFocus, 'Geen toegang');
  assert.equal(await page.locator('#telefoon').count(), 0, 'what the one typed is not for the other');
};

const signOutTooLate = async (page) => {
  await goTo(page, '/aanbieders/31');
  await page.context().clearCookies();
  await page.getByRole('button', { name: first }).press('Enter');
  await page.getByRole('button', { name: 'Afmelden', exact: true }).press('Enter');
  await page.waitForFunction(titleHasFocus, 'Aanmelden');
  await page.getByRole('status').filter({ hasText: 'Uw sessie was al geëindigd' }).waitFor();
  assert.equal(await page.getByRole('alert').count(), 0, 'nothing went wrong');
  assert.equal(await dialogOf(page).count(), 0, 'nothing asks to go on');
  assert.deepEqual(await accessibilityFaults(page), []);
  await picture(page, 'session-signed-out-too-late', { fullPage: false });
};

export const tasks = [
  task(me, 'searches while the session ends', endInList),
  task(me, 'types while the session ends', endInForm),
  task(me, 'is warned before the session ends', beWarned),
  task(me, 'signs out, and somebody else signs in', handOver),
  task(me, 'signs out when the session has ended already', signOutTooLate),
  task(me, 'does not come back, and somebody else signs in', leaveUnfinished),
];
