// What people come to do, and what a program can see of it beside axe: `tasks.mjs [word…]` does the tasks whose role or name has a word.
import { judgePages } from './judges/pages.mjs';
import { judgeSpeed } from './judges/speed.mjs';
import { openBrowser } from './region.mjs';

// Each after the ones that it must not be changed by: what adds to the register comes last.
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
  'second-factor',
  'aanbieder',
  'back-and-forward',
  'two-people',
  'bad-network',
  'session',
  'contractmanager',
];
const wanted = process.argv.slice(2);
const modules = await Promise.all(subjects.map((subject) => import(`./tasks/${subject}.mjs`)));
const tasks = modules.flatMap((module) => module.tasks);
const titleOf = ({ as, name, keyboard }) => `${as}: ${name}${keyboard ? ' (keyboard)' : ''}`;
const chosen = tasks.filter((task) => wanted.length === 0 || wanted.some((word) => titleOf(task).includes(word)));

const perRole = Map.groupBy(tasks, ({ as }) => as);
const lacking = [...perRole].filter(([, own]) => own.length < 3 || !own.some(({ keyboard }) => keyboard));
let faults = lacking.length;
for (const [role] of lacking) console.log(`FAULT ${role} has fewer than three tasks, or none with the keyboard alone`);

const browser = await openBrowser();
// First: nothing else uses the machine yet.
if (wanted.length === 0) faults += await judgeSpeed(browser);
for (const task of chosen) {
  try {
    await task.run(browser);
    console.log(`good  ${titleOf(task)}`);
  } catch (fault) {
    console.log(`FAULT ${titleOf(task)}: ${fault.stack}`);
    faults += 1;
  }
}
if (wanted.length === 0) {
  faults += await judgePages(browser);
  console.log(`${perRole.size} roles, ${tasks.length} tasks, ${faults} faults`);
}
await browser.close();
process.exitCode = faults === 0 ? 0 : 1;
