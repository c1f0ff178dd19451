// Makes the table of who may do what from docs/rights.md, the same table that the server is made from.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const section = readFileSync('../docs/rights.md', 'utf8')
  .split(/^## /m)
  .find((part) => part.startsWith('Verbs\n'));
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const [head, , ...verbs] = rows;
const roles = head.slice(1);

const table = Object.fromEntries(
  verbs.map(([verb, ...cells]) => [
    verb,
    Object.fromEntries(roles.map((role, i) => [role, cells[i]]).filter(([, cell]) => cell !== '-')),
  ]),
);

mkdirSync('src/api/generated', { recursive: true });
writeFileSync(
  'src/api/generated/rights.ts',
  `export type Scope = 'eigen' | 'alle' | 'telling';\nexport const rights = ${JSON.stringify(table, null, 1)} as const;\n`,
);
console.log(`rights: ${verbs.length} verbs, ${roles.length} roles`);
