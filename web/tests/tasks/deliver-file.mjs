// Delivers a file by keyboard: first a trial that keeps nothing, then for real, and finds the row that could not be taken.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { address, openPage, settled } from '../region.mjs';

const csv = 'aanbieder;naam;van;tot\n00100001;Jeugdhulp De Gele Parasol (verzonnen);2018-10-12;\n00100002;;geen dag;\n';

const kinds = ['gemeenten', 'aanbieders', 'gunningen', 'overeenkomsten', 'relaties', 'feiten'];

/** The columns that the page names are those of the example region. */
async function readColumns(page) {
  for (const kind of kinds) {
    const example = new URL(`../../../data/example-region/${kind}.csv`, import.meta.url);
    const [header] = readFileSync(example, 'utf8').split('\n', 1);
    await page.locator('#soort').selectOption(kind);
    const help = await page.locator('#soort-help').innerText();
    assert.equal(help, `Kolommen van dit bestand: ${header.replaceAll(';', ', ')}.`);
  }
}

async function deliverFile(browser) {
  const { page, close } = await openPage(browser, { as: 'contractmanager' });
  await page.goto(`${address}/gegevens/nieuw`);
  await settled(page);
  await page.locator('form button[type=submit]').press('Enter');
  await page.getByRole('alert').waitFor();
  await readColumns(page);
  await page.locator('#soort').focus();
  await page.keyboard.type('Aanb');
  const file = { name: 'proef.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('#bestand').setInputFiles(file);
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
  await close();
}

export const tasks = [deliverFile];
