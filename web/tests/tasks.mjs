// What people come to do, one after another against a running server: `tasks.mjs [name…]`. What changes the register comes last.
import { openBrowser } from './region.mjs';

const subjects = [
  'distribution',
  'read-log',
  'dossier',
  'deliver-file',
  'make-account',
  'edit-setup-together',
  'screening',
];
const wanted = process.argv.slice(2);
const browser = await openBrowser();
let faults = 0;

for (const subject of subjects) {
  const { tasks } = await import(`./tasks/${subject}.mjs`);
  for (const task of tasks) {
    if (wanted.length > 0 && !wanted.includes(task.name)) continue;
    try {
      await task(browser);
      console.log(`good  ${task.name}`);
    } catch (fault) {
      console.log(`FAULT ${task.name}: ${fault.stack}`);
      faults += 1;
    }
  }
}

await browser.close();
if (wanted.length === 0) await import('./session.mjs');
process.exitCode = faults === 0 ? 0 : 1;
