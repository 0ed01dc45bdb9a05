// The comparison's own folder, `peerspeed` beside the repository's, copied to target/peerspeed and set up there (npm).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = new URL('../../../', import.meta.url).pathname;
export const SOURCE = join(ROOT, '../shared/peerspeed'), COPY = join(ROOT, 'target/peerspeed'), SITE = join(COPY, 'dist');

export const isThere = () => existsSync(SOURCE);

/** Sets it up, the first time. Throws what to read when that fails. */
export function setUp() {
  if (existsSync(join(SITE, 'svg/app.js')) && existsSync(join(SITE, 'strip/app.js'))) return;
  console.log('Setting up the peers in target/peerspeed: packages from npm, pictures, bundles.');
  // Without what an earlier set-up may have left there.
  cpSync(SOURCE, COPY, { recursive: true, filter: (path) => !/[\\/](node_modules|dist)([\\/]|$)/.test(path.slice(SOURCE.length)) });
  const done = spawnSync('npm', ['run', '--silent', 'setup'], { cwd: COPY, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error('The peers cannot be set up; npm says why above.');
}
