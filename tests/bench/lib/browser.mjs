// Chromium under the conditions of a slow phone, by the DevTools protocol.
import { createRequire } from 'node:module';
import { watchWasmMemory } from './wasm-memory.mjs';

const { chromium } = createRequire(new URL('../../e2e/package.json', import.meta.url))('playwright-core');

/** Lighthouse's "slow 4G": 1.6 Mbps down, 150 ms for each request. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

const DESK = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 };
/** Lighthouse's phone. */
export const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    // Software drawing, and no host but this one: the same on every machine.
    args: ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}

/**
 * Opens an empty page in a fresh context (cold caches), slowed down as asked. `probe` is a function, or several, that run in the page before its
 * own code. The answer has what was transferred so far, by origin and type.
 */
export async function open(browser, { cpu = 1, slow4g = false, probe, device = DESK } = {}) {
  const context = await browser.newContext(device);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const traffic = await countBytes(cdp);
  await page.addInitScript(watchWasmMemory);
  for (const part of [probe].flat().filter(Boolean)) await page.addInitScript(part);
  if (slow4g) await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { page, cdp, errors, traffic, close: () => context.close() };
}

async function countBytes(cdp) {
  const kinds = new Map();
  const done = [];
  let last = Date.now();
  cdp.on('Network.requestWillBeSent', () => (last = Date.now()));
  cdp.on('Network.responseReceived', ({ requestId, response, type }) => {
    kinds.set(requestId, { url: response.url, type: /wasm/.test(response.mimeType) ? 'Wasm' : type === 'Preload' ? 'Fetch' : type });
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    last = Date.now();
    if (encodedDataLength > 0) done.push({ ...kinds.get(requestId), bytes: encodedDataLength });
  });
  await cdp.send('Network.enable');
  return {
    /** What has arrived until now: url, type and bytes (headers included) of each answer. */
    sofar: () => [...done],
    /** Resolves when nothing was asked for or came in for `quiet` milliseconds. */
    idle: async (quiet = 800) => {
      while (Date.now() - last < quiet) await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}

/** Waits for a promise, but not for ever: what is late is named. */
export function within(promise, milliseconds, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Live JavaScript objects, array buffers and wasm memory after a forced collection, in bytes. */
export async function heap({ page, cdp }) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  const wasm = await page.evaluate(() => window.wasmBytes());
  return { objects: usedSize, buffers: backingStorageSize, wasm, total: usedSize + backingStorageSize + wasm };
}

/** A click as the mouse makes it. */
export async function click(cdp, x, y) {
  const mouse = (type, more) => cdp.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1, ...more });
  await mouse('mousePressed', { buttons: 1 });
  await mouse('mouseReleased', { buttons: 0 });
}

export const hover = (cdp, x, y) => cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'none' });
