// What a contract manager does in a dossier, by keyboard, against a running server. Each task throws when it does not hold.
import { address, openPage, settled } from '../region.mjs';

const holds = (condition, message) => {
  if (!condition) throw new Error(message);
};

async function pressOn(locator) {
  await locator.focus();
  await locator.page().keyboard.press('Enter');
}

/** Reads why the colour is what it is, up to the rules and facts of the heaviest question. */
async function understandColour(browser) {
  const { page, close } = await openPage(browser, { as: 'contractmanager' });
  await page.goto(`${address}/aanbieders/31`);
  await settled(page);
  await page.getByRole('heading', { name: 'Waarom deze kleur?' }).waitFor();
  const sentence = await page.locator('.why__sentence').textContent();
  holds(sentence.includes('De score is 13 punten.'), 'the sentence tells the score');
  holds(/Ook zonder ‘.+’, de zwaarste reden/.test(sentence), 'the sentence tells what would have been');
  await pressOn(page.locator('.reasons__details > summary').first());
  holds(await page.locator('.reasons__details[open]').first().isVisible(), 'the facts of a question open');
  await close();
}

/** Sees the dossier as it was known on a day, and keeps that day on the other pages. */
async function lookBack(browser) {
  const { page, close } = await openPage(browser, { as: 'contractmanager' });
  await page.goto(`${address}/aanbieders/33/feiten`);
  await settled(page);
  await pressOn(page.locator('.as-of__details > summary'));
  await page.locator('#bekendOp').fill('2018-11-15');
  await page.keyboard.press('Enter');
  await page.getByText('zoals bekend op 15 november 2018').waitFor();
  await pressOn(page.getByRole('link', { name: 'Historie', exact: true }));
  await page.getByRole('heading', { name: 'Kleur per screening' }).waitFor();
  holds(page.url().includes('bekendOp=2018-11-15'), 'the day stays in the address');
  holds((await page.getByRole('table').getByRole('row').count()) === 2, 'later screenings are not shown');
  await close();
}

/** Says that a fact is not right; a second person decides, and the first one may not. */
async function correctFact(browser) {
  const proposer = await openPage(browser, { as: 'onderzoeker' });
  await proposer.page.goto(`${address}/aanbieders/33/feiten`);
  await settled(proposer.page);
  await pressOn(proposer.page.getByRole('link', { name: /^Klopt niet.*aantal verhuizingen$/ }));
  await proposer.page.locator('#bron-naam').selectOption('kvk');
  await proposer.page.locator('#reden').fill('Het register noemt er twee.');
  await pressOn(proposer.page.getByRole('button', { name: 'Stel de correctie voor' }));
  await proposer.page.waitForURL(/\/correcties\/\d+$/);
  await proposer.page.getByText('U hebt deze correctie zelf voorgesteld').waitFor();

  const decider = await openPage(browser, { as: 'contractmanager' });
  await decider.page.goto(proposer.page.url());
  await decider.page.locator('#uitkomst').selectOption('afgewezen');
  await decider.page.locator('#reden').fill('Het uittreksel noemt geen verhuizing.');
  await pressOn(decider.page.getByRole('button', { name: 'Leg het besluit vast' }));
  await decider.page.getByText('De correctie is afgewezen.').waitFor();
  await proposer.close();
  await decider.close();
}

/** Two people change the contact details: the second sees both versions, and nothing is overwritten. */
async function meetInContact(browser) {
  const first = await openPage(browser, { as: 'contractmanager' });
  const second = await openPage(browser, { as: 'contractmanager' });
  const number = String(Date.now());
  for (const { page } of [first, second]) {
    await page.goto(`${address}/aanbieders/31`);
    await pressOn(page.getByRole('button', { name: 'Wijzig de contactgegevens' }));
  }
  await first.page.locator('#telefoon').fill(number);
  await first.page.keyboard.press('Enter');
  await first.page.getByText(number).waitFor();
  await second.page.locator('#telefoon').fill(`${number}0`);
  await second.page.keyboard.press('Enter');
  await second.page.getByRole('heading', { name: 'Iemand anders heeft dit gewijzigd' }).waitFor();
  holds(await second.page.getByRole('cell', { name: number, exact: true }).isVisible(), 'the other version is shown');
  await pressOn(second.page.getByRole('button', { name: 'Laat staan wat er nu staat' }));
  await second.page.getByText(number, { exact: true }).waitFor();
  await first.close();
  await second.close();
}

export const tasks = [understandColour, lookBack, correctFact, meetInContact];
