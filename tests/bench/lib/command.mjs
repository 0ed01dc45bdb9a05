// The `haberdash` command, built as it is released.
import { execFileSync } from 'node:child_process';

const ROOT = new URL('../../../', import.meta.url).pathname;
export const HABERDASH = `${ROOT}target/release/haberdash`;

export function buildCommand() {
  execFileSync('cargo', ['build', '--quiet', '--release', '--locked', '--package', 'haberdash-cli'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}
