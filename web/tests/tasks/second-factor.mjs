// Somebody new: gets an account, chooses a password, sets the second factor for the first time, and signs in with both.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { accessibilityFaults, address, goTo, openPage, picture, task } from '../region.mjs';

const own = 'een zin die alleen ik onthoud';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(base32) {
  const bits = [...base32].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** RFC 6238: the six digits that an app shows at a moment. */
function codeOf(secret, milliseconds) {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000)));
  const digest = createHmac('sha1', bytesOf(secret)).update(step).digest();
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const sessionAddress = /\/api\/v1\/sessies(\/huidige)?$/;

/** The example region lets people in without a second factor; this window hears what every other region says. */
async function askForFactor(route) {
  const response = await route.fetch();
  if (!response.ok() || route.request().method() === 'DELETE') return route.fulfill({ response });
  const session = await response.json();
  return route.fulfill({
    response,
    json: { ...session, eerstInstellen: [...session.eerstInstellen, 'tweede-factor'] },
  });
}

async function makeAccount(page, name) {
  await goTo(page, '/gebruikers/nieuw');
  await page.locator('#weergavenaam').fill('N. Ieuw (verzonnen)');
  await page.locator('#naam').fill(name);
  await page.keyboard.press('Enter');
  return page.locator('.secret__value').innerText();
}

async function enter(page, name, password, code = '') {
  await page.goto(address);
  await page.locator('#naam').fill(name);
  await page.locator('#wachtwoord').fill(password);
  await page.locator('#code').fill(code);
  await page.locator('#code').press('Enter');
}

async function choosePassword(page, given) {
  await page.getByRole('heading', { name: 'Kies een eigen wachtwoord' }).waitFor();
  await page.locator('#huidig').fill(given);
  await page.locator('#nieuw').fill(own);
  await page.locator('#nieuw').press('Enter');
}

/** Gives the secret, and the time of the step whose code is used up. */
async function setFactor(page) {
  await page.getByRole('heading', { name: 'Stel de tweede factor in' }).waitFor();
  await page.getByRole('button', { name: 'Verder' }).press('Enter');
  const secret = await page.locator('.secret__value').innerText();
  assert.deepEqual(await accessibilityFaults(page), []);
  await picture(page, 'second-factor', { fullPage: false });
  const anHour = 3_600_000;
  await page.locator('#code').fill(codeOf(secret, Date.now() + anHour));
  await page.locator('#code').press('Enter');
  await page.getByRole('alert').waitFor();
  // Telephones keep the time of today, also where the example stays in 2019.
  const now = Date.now();
  await page.locator('#code').fill(codeOf(secret, now));
  await page.unroute(sessionAddress, askForFactor);
  await page.locator('#code').press('Enter');
  await page.getByRole('heading', { name: 'Stel de tweede factor in' }).waitFor({ state: 'detached' });
  return { secret, now };
}

/** The administrator looks at somebody who lost what he signs in with. */
async function restore(page, lost) {
  await page.getByRole('link', { name: /^(Geef|Terug naar) N. Ieuw/ }).press('Enter');
  await page.getByRole('link', { name: /^Laat N. Ieuw/ }).press('Enter');
  await page.locator('#wat').selectOption(lost);
  await page.locator('#reden').fill('Kwam langs aan de balie');
  await page.locator('#reden').press('Enter');
  await page.getByRole('heading', { name: /N. Ieuw .* kan weer aanmelden/ }).waitFor();
}

const begin = async (page, browser) => {
  const name = `nieuw-${Date.now()}`;
  const given = await makeAccount(page, name);
  const { page: desk, close } = await openPage(browser);
  await desk.route(sessionAddress, askForFactor);
  await enter(desk, name, given);
  await choosePassword(desk, given);
  const { secret, now } = await setFactor(desk);

  await desk.context().clearCookies();
  await enter(desk, name, own);
  await desk.getByRole('alert').waitFor();
  // A code counts once; the next one counts a little before its time.
  await enter(desk, name, own, codeOf(secret, now + 30_000));
  await desk.locator('.account-menu').waitFor();
  await restore(page, 'tweede-factor');
  await page.getByText('Het wachtwoord blijft.').waitFor();
  await desk.context().clearCookies();
  await enter(desk, name, own);
  await desk.locator('.account-menu').waitFor();

  await restore(page, 'wachtwoord');
  await desk.context().clearCookies();
  await enter(desk, name, await page.locator('.secret__value').innerText());
  await desk.getByRole('heading', { name: 'Kies een eigen wachtwoord' }).waitFor();
  await close();
};

export const tasks = [
  task('beheerder', 'somebody new sets the second factor, signs in with it, and loses it and the password', begin),
];
