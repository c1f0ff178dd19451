// Writes a .gz and a .br beside each file that gets smaller by it, so that the server never compresses.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const files = readdirSync('dist', { recursive: true })
  .map((name) => join('dist', name))
  .filter((file) => /\.(html|js|css|svg|json)$/.test(file) && statSync(file).isFile());

for (const file of files) {
  const bytes = readFileSync(file);
  for (const [suffix, smaller] of [
    ['.gz', gzipSync(bytes, { level: 9 })],
    ['.br', brotliCompressSync(bytes)],
  ])
    if (smaller.length < bytes.length) writeFileSync(file + suffix, smaller);
}
console.log(`compressed: ${files.length} files`);
