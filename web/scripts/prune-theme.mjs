// Keeps of the example theme only the tokens that our CSS reads, and the tokens that those read in turn.
import { readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const theme = 'node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
const target = 'src/theme/generated';

const filesBelow = (folder, wanted) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => wanted.test(name))
    .map((name) => join(folder, name));

const namesReadIn = (css) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);

const declarations = new Map(
  [...readFileSync(theme, 'utf8').matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map((match) => [match[1], match[2]]),
);

const imported = [...readFileSync('src/theme/nlds.css', 'utf8').matchAll(/@import '([^']+)'/g)].map((match) =>
  match[1].startsWith('.') ? null : `node_modules/${cssFileOf(match[1])}`,
);

// NL Design System packages that name their files in `exports` keep them in dist.
function cssFileOf(specifier) {
  return specifier.startsWith('@nl-design-system-candidate/') ? specifier.replace(/\/([^/]+)$/, '/dist/$1') : specifier;
}

const read = [
  ...imported.filter(Boolean),
  ...filesBelow('src', /\.css$/).filter((file) => !file.includes('generated')),
];
const waiting = read.flatMap((file) => namesReadIn(readFileSync(file, 'utf8')));
const used = new Set();
while (waiting.length > 0) {
  const name = waiting.pop();
  if (used.has(name) || !declarations.has(name)) continue;
  used.add(name);
  waiting.push(...namesReadIn(declarations.get(name)));
}

const lines = [...declarations].filter(([name]) => used.has(name)).map(([name, value]) => `  ${name}: ${value};`);
mkdirSync(target, { recursive: true });
writeFileSync(
  join(target, 'tokens.css'),
  `/* SPDX-License-Identifier: EUPL-1.2. Tokens of @nl-design-system-unstable/voorbeeld-design-tokens. */\n:root {\n${lines.join('\n')}\n}\n`,
);
console.log(`theme: ${used.size} of ${declarations.size} tokens`);
