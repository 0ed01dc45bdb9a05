// The real command, as tests run it.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib.mjs';

/** Where what is built, and what tests leave, is. */
export const TARGET = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target');

const built = path.join(TARGET, 'debug/haberdash');
/** Runs `haberdash` with what comes on stdin. */
export function haberdash(parameters, stdin = '') {
  const [command, first] = existsSync(built) ? [built, []] : ['cargo', ['run', '-q', '-p', 'haberdash-cli', '--']];
  return new Promise((done) => {
    const child = execFile(command, [...first, ...parameters], { cwd: ROOT }, (error, stdout, stderr) => done({ code: error ? error.code : 0, stdout, stderr }));
    // A command that needs nothing from there may be done before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });
}
