// Draws preview.webp: what a page shows in the place of the product before its configurator is there, with what is picked at first, so that nothing
// jumps when it comes. Run: node www/art/make/previews.mjs [HABERDASH [NAME …]]
// HABERDASH is the command, `haberdash` where left out. ImageMagick's `convert` (6 or 7, with WebP) packs the pictures.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pictures by their folder: the product file and the width in pixels, as the page has it. */
const PREVIEWS = { bag: ['bag', 800], shirt: ['oxford-shirt', 800], sneaker: ['sneaker', 1000] };

const [command = 'haberdash', ...only] = process.argv.slice(2);
const www = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'previews-'));
for (const [name, [product, width]] of Object.entries(PREVIEWS)) {
  if (only.length && !only.includes(name)) continue;
  const png = path.join(folder, `${name}.png`), file = `${www}art/${name}/preview.webp`;
  execFileSync(command, ['render', `${www}p/${product}.json`, '{}', '--repair', '--width', String(width), '--to', png], { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('convert', [png, '-strip', '-quality', '72', '-define', 'webp:method=6', '-define', 'webp:alpha-quality=90', '-define', 'webp:thread-level=0', file]);
  process.stdout.write(`${file.slice(www.length)} ${statSync(file).size} bytes\n`);
}
rmSync(folder, { recursive: true });
