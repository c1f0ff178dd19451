// What people come to do, against a running server: `tasks.mjs [word…]` does those whose role or name has a word.
import { openBrowser } from './region.mjs';

const subjects = [
  'beleid',
  'auditor',
  'modeleigenaar',
  'contractmanager-enschede',
  'toezichthouder-enschede',
  'beslisser-enschede',
  'onderzoeker',
  'privacy',
  'beheerder',
  'aanbieder',
  'contractmanager',
  'back-and-forward',
  'two-people',
  'bad-network',
  'session',
];
const wanted = process.argv.slice(2);
const modules = await Promise.all(subjects.map((subject) => import(`./tasks/${subject}.mjs`)));
const tasks = modules.flatMap((module) => module.tasks);
const chosen = tasks.filter(
  ({ as, name }) => wanted.length === 0 || wanted.some((word) => `${as}: ${name}`.includes(word)),
);
const browser = await openBrowser();
let faults = 0;

for (const { as, name, keyboard, run } of chosen) {
  const title = `${as}: ${name}${keyboard ? ' (keyboard)' : ''}`;
  try {
    const start = Date.now();
    await run(browser);
    console.log(`good  ${title}  ${Date.now() - start} ms`);
  } catch (fault) {
    console.log(`FAULT ${title}: ${fault.stack}`);
    faults += 1;
  }
}

await browser.close();
process.exitCode = faults === 0 ? 0 : 1;
