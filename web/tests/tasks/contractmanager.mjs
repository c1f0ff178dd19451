// The contract manager of the region: who first, why, with which facts, and what a new screening changes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertFocus, chooseIn, pressEnterOn, tabTo, typeIn } from '../keyboard.mjs';
import { goTo, task } from '../region.mjs';

const me = 'contractmanager';

const understand = async (page) => {
  await goTo(page, '/urgentielijst');
  await typeIn(page, page.locator('#zoek'), 'schelp');
  await page.waitForURL('**zoek=schelp**');
  await pressEnterOn(page, page.getByRole('rowheader').getByRole('link').first());
  await page.getByRole('heading', { name: 'Waarom deze kleur?' }).waitFor();
  await page.locator('.why__sentence').waitFor();
  const sentence = await page.locator('.why__sentence').textContent();
  assert.match(sentence, /score is \d+ punt|Zeker (is|zijn) \d+ punt/);
  assert.match(sentence, /zwaarste reden/, 'the sentence tells what would have been without the heaviest reason');
  await pressEnterOn(page, page.locator('.reasons__details > summary').first());
  await page.locator('.reasons__details[open]').first().waitFor();
};

const lookBack = async (page) => {
  await goTo(page, '/aanbieders/33/feiten');
  await pressEnterOn(page, page.locator('.as-of__details > summary'));
  await page.locator('#bekendOp').fill('2018-11-15');
  await page.keyboard.press('Enter');
  await page.getByText('zoals bekend op 15 november 2018').waitFor();
  await pressEnterOn(page, page.getByRole('link', { name: 'Historie', exact: true }));
  await page.getByRole('heading', { name: 'Kleur per screening' }).waitFor();
  assert.ok(page.url().includes('bekendOp=2018-11-15'), 'the day stays in the address');
  assert.equal(await page.getByRole('table').getByRole('row').count(), 2, 'later screenings are not shown');
  await page.getByRole('rowheader').getByText('Alle aanbieders').waitFor();
};

const showAll = async (page) => {
  await goTo(page, '/urgentielijst');
  await pressEnterOn(page, page.getByRole('button', { name: /^Toon alle \d+$/ }));
  const first = page.locator('tbody th .nl-link').nth(100);
  await assertFocus(page, first, 'reading goes on at the first row that was not there');
};

/** The names in a file of the list: what comes after its head and the row of its columns. */
const namesIn = (text, column) => {
  const lines = text.split('\r\n').map((line) => line.split(';'));
  const start = lines.findIndex((cells) => cells[1] === column);
  assert.ok(start > 0, `the column ${column}`);
  return lines.slice(start + 1, -1).map((cells) => cells[1]);
};

const takeAlong = async (page) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await goTo(page, '/urgentielijst');
  const link = page.getByRole('link', { name: 'Download csv' });
  for (const column of ['Aanbieder', 'Punten', 'Verschil', 'Cliënten', 'Per jaar', 'Stap', 'Urgentie']) {
    const press = page.getByRole('columnheader', { name: column }).getByRole('button');
    // Both directions of each; the next column only once the one before is on the screen.
    for (const times of [1, 2]) {
      const before = await link.getAttribute('href');
      await press.press('Enter');
      await page.waitForFunction((old) => document.querySelector('a[download]').getAttribute('href') !== old, before);
      const shown = await page.locator('tbody th .nl-link').allTextContents();
      const answer = await page.request.get(new URL(await link.getAttribute('href'), page.url()).href);
      const names = namesIn(await answer.text(), 'Aanbieder');
      assert.ok(names.length > shown.length, 'the file has all of them');
      assert.deepEqual(names.slice(0, shown.length), shown, `${column}, press ${times}`);
    }
  }
  await page.getByRole('button', { name: 'English' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download csv' }).press('Enter'),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  assert.ok(namesIn(text, 'Provider').length > 300);
  assert.match(text, /Heaviest reason/);
  assert.doesNotMatch(text, /;(rood|oranje|groen|grijs);/);
  await page.getByRole('button', { name: 'Nederlands' }).click();
};

const seeChanges = async (page) => {
  await goTo(page, '/werk');
  await pressEnterOn(page, page.getByRole('link', { name: /wat veranderde en waardoor/ }));
  await page.waitForURL('**/vergelijking**');
  const others = page.locator('#met option');
  await others.last().waitFor({ state: 'attached' });
  await page.locator('#met').selectOption({ index: (await others.count()) - 1 });
  await page.locator('tbody tr').first().waitFor();
  const all = await page.locator('tbody tr').count();
  await chooseIn(page, page.locator('#richting'), 'Zwaar');
  await page.waitForURL('**richting=zwaarder**');
  const heavier = await page.locator('tbody tr').count();
  assert.ok(heavier > 0 && heavier < all, 'the filter leaves a part');
  await pressEnterOn(page, page.locator('tbody a').first());
  await page.waitForURL('**/aanbieders/*');
};

const csv = 'aanbieder;naam;van;tot\n00100001;Jeugdhulp De Gele Parasol (verzonnen);2018-10-12;\n00100002;;geen dag;\n';

/** The columns that the page names are those of the example region. */
async function readColumns(page) {
  for (const kind of ['gemeenten', 'aanbieders', 'gunningen', 'overeenkomsten', 'relaties', 'feiten']) {
    const example = new URL(`../../../data/example-region/${kind}.csv`, import.meta.url);
    const [header] = readFileSync(example, 'utf8').split('\n', 1);
    await page.locator('#soort').selectOption(kind);
    const help = await page.locator('#soort-help').innerText();
    assert.equal(help, `Kolommen van dit bestand: ${header.replaceAll(';', ', ')}.`);
  }
}

const fileOf = (text) => ({ name: 'proef.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Columns with other names: the fault stands at the file, and the form is as it was after a mapping was made. */
const mapColumns = async (page) => {
  const name = `Proef ${Date.now()}`;
  await goTo(page, '/gegevens/nieuw');
  await page.locator('#soort').selectOption('aanbieders');
  await page.locator('#bestand').setInputFiles(fileOf(csv.replace('aanbieder;', 'nummer;')));
  await page.locator('form button[type=submit]').press('Enter');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^kolom 'aanbieder' ontbreekt/ })
    .press('Enter');
  await assertFocus(page, page.locator('#bestand'), 'the fault of the whole file leads to the file');

  await page.getByRole('link', { name: 'Maak een koppeling' }).press('Enter');
  await page.locator('#naam').fill(name);
  await page.locator('#kolommen-0-kolom').fill('nummer');
  await page.getByRole('button', { name: 'Koppeling opslaan' }).press('Enter');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /zonder kolommen/ })
    .press('Enter');
  await assertFocus(page, page.locator('#kolommen-0-bedoeldAls'), 'a mapping without a field leads to the field');
  await page.locator('#kolommen-1-bedoeldAls').fill('bedrijf');
  await page.getByRole('button', { name: 'Koppeling opslaan' }).press('Enter');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /geen soort bestand/ })
    .press('Enter');
  await assertFocus(page, page.locator('#kolommen-1-bedoeldAls'), 'a fault stands at the line that it is of');
  await page.locator('#kolommen-1-bedoeldAls').fill('');
  await page.locator('#kolommen-0-bedoeldAls').fill('aanbieder');
  await page.getByRole('button', { name: 'Koppeling opslaan' }).press('Enter');
  await page.waitForURL(/gegevens\/nieuw$/);
  assert.equal(await page.locator('#soort').inputValue(), 'aanbieders');
  assert.equal(await page.locator('#koppeling').inputValue(), name);
  await page.locator('form button[type=submit]').press('Enter');
  await page.getByRole('heading', { name: 'Dit zou het bestand brengen' }).waitFor();

  await goTo(page, '/gegevens/koppelingen');
  const edit = page.getByRole('link', { name: `Wijzig koppeling ${name}` });
  await edit.press('Enter');
  await assertFocus(page, page.locator('main h2 [tabindex]').first(), 'the form takes the focus');
  await page.getByRole('button', { name: 'Koppeling opslaan' }).press('Enter');
  await page.waitForURL(/koppelingen$/);
  await assertFocus(page, edit, 'saving gives the focus back');
};

const deliverFile = async (page) => {
  await goTo(page, '/gegevens/nieuw');
  await page.locator('form button[type=submit]').press('Enter');
  await page.getByRole('alert').waitFor();
  await readColumns(page);
  await page.locator('#soort').selectOption('aanbieders');
  await page.locator('#bestand').setInputFiles(fileOf(csv));
  await page.locator('.file-preview td').first().waitFor();
  await page.locator('form button[type=submit]').press('Enter');
  const heading = page.getByRole('heading', { name: 'Dit zou het bestand brengen' });
  await heading.waitFor();
  assert.ok(await heading.evaluate((element) => element === document.activeElement), 'the trial takes the focus');

  await page.getByRole('button', { name: 'Lever het bestand echt aan' }).press('Enter');
  await page.getByRole('button', { name: 'Ja, lever aan' }).press('Enter');
  await page.waitForURL(/gegevens\/[0-9]+$/);
  await page.getByRole('link', { name: /Geweigerd/ }).press('Enter');
  await page.waitForURL(/uitkomst=geweigerd/);
  await page.getByRole('rowheader', { name: 'Rij 3' }).first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Download dit verslag/ }).press('Enter'),
  ]);
  assert.match(download.suggestedFilename(), /^verslag-[0-9]+-geweigerd\.csv$/);
  await page.getByRole('link', { name: 'Terug naar Gegevens' }).press('Enter');
  await page.getByRole('link', { name: 'Bestand aanleveren' }).press('Enter');
  assert.equal(await page.locator('#soort').inputValue(), '', 'what was delivered is not kept');
};

const startScreening = async (page) => {
  await goTo(page, '/screenings');
  await pressEnterOn(page, page.locator('main a[href="/screenings/nieuw"]'));
  await page.waitForURL('**/screenings/nieuw');
  const day = page.locator('#peildatum');
  const today = await day.inputValue();
  await day.fill('');
  await pressEnterOn(page, page.locator('main button[type=submit]'));
  assert.equal(await page.getByRole('alert').locator('a').count(), 1, 'a day that is missing is one fault');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.ok(await day.evaluate((each) => each === document.activeElement), 'the fault leads to its field');

  await day.fill(today);
  await pressEnterOn(page, page.locator('main button[type=submit]'));
  await page.waitForURL('**/screenings/taken/*');
  const result = page.locator('main a.nl-button--primary');
  await result.waitFor({ timeout: 60_000 });
  await pressEnterOn(page, result);
  await page.waitForURL(/\/screenings\/[0-9]+$/);
  await page.locator('main figure').first().waitFor();
  await tabTo(page, page.locator('main a[href*=vergelijking]'));
};

export const tasks = [
  task(me, 'understands a colour before a talk', understand, { keyboard: true }),
  task(me, 'sees a dossier as it was known on a day', lookBack, { keyboard: true }),
  task(me, 'sees what changed, and by what', seeChanges, { keyboard: true }),
  task(me, 'shows the whole list', showAll, { keyboard: true }),
  task(me, 'takes the list along as it stands on the screen', takeAlong),
  task(me, 'maps the columns of a file, and goes on with it', mapColumns),
  task(me, 'delivers a file, and finds the row that was refused', deliverFile),
  task(me, 'starts a screening and reads the result', startScreening, { keyboard: true }),
];
