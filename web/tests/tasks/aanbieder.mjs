// The provider: what is kept about it, where that comes from, and saying so when it is not right. Never a colour.
import assert from 'node:assert/strict';
import { assertFocus, pressEnterOn, typeIn } from '../keyboard.mjs';
import { accessibilityFaults, goTo, picture, settled, task } from '../region.mjs';

const me = 'aanbieder';

async function openOwn(page, link) {
  await goTo(page, '/');
  await pressEnterOn(page, page.getByRole('link', { name: link }));
  await page.waitForURL('**/aanbieders/**');
  await settled(page);
}

const readOwn = async (page) => {
  await openOwn(page, 'Overzicht en contactgegevens');
  await page.getByText('Uw rol ziet geen kleuren').waitFor();
  const text = await page.locator('main').innerText();
  assert.doesNotMatch(text, /\b(Rood|Oranje|Groen|punten|urgentie)\b/i, 'no colour, no points');
  assert.equal(await page.locator('.signal-badge').count(), 0);
};

const readFacts = async (page) => {
  await openOwn(page, 'Uw gegevens en hun bron');
  await page.getByRole('columnheader', { name: 'Bron' }).first().waitFor();
  const names = await page
    .locator('table')
    .first()
    .locator('tbody th')
    .evaluateAll((heads) => heads.map(({ firstChild }) => firstChild.textContent));
  assert.deepEqual(names, names.toSorted(new Intl.Collator('nl', { numeric: true, sensitivity: 'base' }).compare));
  await pressEnterOn(page, page.getByRole('link', { name: /^Geschiedenis/ }).first());
  await page.getByRole('heading', { name: /^Geschiedenis van/ }).waitFor();
};

const dispute = async (page) => {
  await openOwn(page, 'Uw gegevens en hun bron');
  await pressEnterOn(page, page.getByRole('link', { name: /^Klopt niet/ }).first());
  await page.waitForURL('**/correctie?**');
  await pressEnterOn(page, page.getByRole('button', { name: 'Stel de correctie voor' }));
  await page.getByRole('alert').waitFor();
  await typeIn(page, page.locator('#reden'), 'In het jaarstuk staat iets anders.');
  await pressEnterOn(page, page.getByRole('button', { name: 'Stel de correctie voor' }));
  await page.waitForURL(/\/correcties\/\d+$/);
  await page.getByText('Besluit uiterlijk').waitFor();
  assert.doesNotMatch(await page.locator('main').innerText(), /Telde mee in/, 'nothing of screenings');
  await pressEnterOn(page, page.getByRole('link', { name: 'Naar alle correcties' }));
  await page.waitForURL('**/correcties');
  await page.locator('main a[href^="/correcties/"]').first().waitFor();
};

const leaveHalfway = async (page) => {
  await openOwn(page, 'Uw gegevens en hun bron');
  await page
    .getByRole('link', { name: /^Klopt niet/ })
    .first()
    .click();
  await page.locator('#reden').waitFor();
  await page.getByRole('link', { name: 'Correcties', exact: true }).click();
  await page.waitForURL('**/correcties');

  await page.goBack();
  await page.locator('#reden').fill('Dit is nog niet af');
  await page.getByRole('link', { name: 'Correcties', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  await picture(page, 'leave-halfway', { fullPage: false });
  await dialog.getByRole('button', { name: 'Blijf hier' }).click();
  assert.equal(await page.locator('#reden').inputValue(), 'Dit is nog niet af', 'what was typed is still there');
  await page.getByRole('link', { name: 'Correcties', exact: true }).click();
  await dialog.getByRole('button', { name: 'Ga verder zonder versturen' }).click();
  await page.waitForURL('**/correcties');
};

const changeContact = async (page) => {
  const number = `053 ${Date.now() % 10_000_000}`;
  await openOwn(page, 'Overzicht en contactgegevens');
  const change = page.getByRole('button', { name: 'Wijzig de contactgegevens' });
  await pressEnterOn(page, change);
  await assertFocus(page, page.locator('#contactpersoon'), 'the form takes the focus');
  await pressEnterOn(page, page.getByRole('button', { name: 'Annuleren' }));
  await assertFocus(page, change, 'cancelling gives the focus back');
  await page.keyboard.press('Enter');
  await typeIn(page, page.locator('#telefoon'), number);
  await page.keyboard.press('Enter');
  await page.getByText(number).waitFor();
  await assertFocus(page, change, 'saving gives the focus back');
};

export const tasks = [
  task(me, 'reads the own dossier, without a colour', readOwn, { keyboard: true }),
  task(me, 'sees the own facts, their source and history', readFacts, { keyboard: true }),
  task(me, 'says that a fact is not right', dispute, { keyboard: true }),
  task(me, 'is asked before a half-filled correction is lost', leaveHalfway),
  task(me, 'changes the own contact details', changeContact, { keyboard: true }),
];
