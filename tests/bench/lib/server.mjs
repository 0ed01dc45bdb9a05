// A server for pages that only the bench has. Pages are isolated from other origins: only there the browser's clock ticks in steps of 5 µs
// instead of 100 (High Resolution Time, §4.2).
import http from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.webp': 'image/webp', '.ttf': 'font/ttf',
};

/**
 * Serves `routes` (path → text) and, behind them, the files of `folders` on a free loopback port. Everything is compressed once, as a CDN
 * would.
 */
export async function serve({ routes = {}, folders = [] }) {
  const kept = new Map();
  const server = http.createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://bench').pathname);
    if (!kept.has(path)) kept.set(path, answer(path, routes, folders));
    const { status, headers, body } = kept.get(path);
    response.writeHead(status, headers).end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function answer(path, routes, folders) {
  const body = path in routes ? Buffer.from(routes[path]) : read(path, folders);
  if (!body) return { status: 404, headers: { 'Content-Length': 0 } };
  // A large catalogue would take seconds at the highest quality, in which the browser is kept waiting for everything else.
  const quality = body.length > 1_000_000 ? 6 : 11;
  const squeezed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
  const headers = {
    'Content-Type': TYPES[extname(path)] ?? TYPES['.html'],
    'Content-Encoding': 'br',
    'Content-Length': squeezed.length,
    'Cache-Control': 'max-age=3600',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  return { status: 200, headers, body: squeezed };
}

function read(path, folders) {
  for (const folder of folders) {
    const file = resolve(folder, '.' + path);
    if (!file.startsWith(resolve(folder) + sep)) continue;
    try {
      return readFileSync(file);
    } catch { /* perhaps in the next folder */ }
  }
  return null;
}
