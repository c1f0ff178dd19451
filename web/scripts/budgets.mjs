// Fails when a page became heavier than a slow connection should carry. Sizes are gzip, as sent.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const kilobytes = { shared: 150, page: 25, pageWithParts: 60, css: 25 };
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const chunks = Object.keys(manifest);
const sizeOf = (file) => gzipSync(readFileSync(join('dist', file))).length / 1000;
const total = (files) => [...files].reduce((sum, file) => sum + sizeOf(file), 0);

function withImports(chunk, seen = new Set()) {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const next of manifest[chunk].imports ?? []) withImports(next, seen);
  return seen;
}

const scripts = (names) => [...names].map((name) => manifest[name].file);
const styles = (names) => new Set([...names].flatMap((name) => manifest[name].css ?? []));

const shared = withImports(chunks.find((chunk) => manifest[chunk].isEntry));
// Texts are no page: of the languages one is loaded, once.
const pages = chunks.filter((chunk) => manifest[chunk].isDynamicEntry && !chunk.startsWith('src/locales/'));

const measured = [
  ['shared script', total(scripts(shared)), kilobytes.shared],
  ['shared css', total(styles(shared)), kilobytes.css],
];
for (const page of pages) {
  const own = [...withImports(page)].filter((chunk) => !shared.has(chunk));
  measured.push(
    [page, sizeOf(manifest[page].file), kilobytes.page],
    [`${page} with its parts`, total(scripts(own)), kilobytes.pageWithParts],
    [`${page} css`, total(styles([...shared, ...own])), kilobytes.css],
  );
}

const tooLarge = measured.filter(([, size, limit]) => size > limit);
for (const [what, size, limit] of tooLarge.length > 0 ? tooLarge : measured.slice(0, 2))
  console.log(`${size.toFixed(1).padStart(7)} kB of ${limit}  ${what}`);
process.exitCode = tooLarge.length > 0 ? 1 : 0;
