// What the tag costs a shop's page in Lighthouse's points: every page of the demo shop with the tag, and with the tag taken out of its HTML.
//
//   cargo xtask bench -- --only lighthouse [--pages shirt,skin] [--runs 3]
//
// Without the tag is what the page would be if the merchant had never pasted it: hosts keep the fallback that is written in them, the theme
// keeps its style sheet (and with it the space that hosts reserve), and nothing of ours is fetched. Runs take turns, so that what else the machine
// does hits both sides alike. A page's points are the median of its runs, category by category; Lighthouse rounds each run to whole points.
// Everything is written to target/lighthouse.json, and the report nearest to the median to target/lighthouse/. Pages that were measured before on
// the same build are kept there.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { front, pages, untagged } from './lighthouse/pages.mjs';
import { CATEGORIES, lighthouse, summary } from './lighthouse/run.mjs';
import { row } from './lib/table.mjs';
import { median, round } from './lib/stats.mjs';

const ROOT = new URL('../../', import.meta.url).pathname;
const FILE = join(ROOT, 'target/lighthouse.json'), REPORTS = join(ROOT, 'target/lighthouse');
/** How many points a page may be apart. */
const MOST = 1;

export async function points({ shop, dist, chromium, only, runs }) {
  const { version, run } = await lighthouse(chromium);
  const wanted = pages(dist).filter(({ name }) => !only || only.includes(name));
  const missing = only?.find((name) => !wanted.some((page) => page.name === name));
  if (missing) throw new Error(`the shop has no page "${missing}"`);
  const build = createHash('sha256').update(readFileSync(join(dist, 'integrity.json'))).digest('hex').slice(0, 16);
  const before = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  const found = { lighthouse: version, build, runs, pages: before.build === build ? before.pages : {} };
  mkdirSync(REPORTS, { recursive: true });
  const sides = { with: await front(shop, (html) => html), without: await front(shop, untagged) };
  try {
    await run(sides.with.url + wanted[0].path); // reads the files from the disk once
    for (const page of wanted) {
      found.pages[page.name] = await compare(page, sides, runs, run);
      console.error(line(page.name, found.pages[page.name]));
      writeFileSync(FILE, JSON.stringify(found, null, 1).replace(/\[\s+([-\d.,\s]+?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, '')}]`) + '\n');
    }
  } finally {
    Object.values(sides).forEach(({ close }) => close());
  }
  return { ...found, measured: wanted.map(({ name }) => name) };
}

async function compare({ name, path }, sides, runs, run) {
  const reports = { with: [], without: [] };
  for (let i = 0; i < runs; i++) {
    for (const side of i % 2 ? ['without', 'with'] : ['with', 'without']) reports[side].push(await run(sides[side].url + path));
  }
  const of = Object.fromEntries(Object.entries(reports).map(([side, list]) => [side, middle(list.map(summary))]));
  for (const [side, list] of Object.entries(reports)) {
    const performance = (lhr) => Math.abs(summary(lhr).points.performance - of[side].points.performance);
    const typical = [...list].sort((a, b) => performance(a) - performance(b))[0];
    writeFileSync(join(REPORTS, `${name}-${side}.json`), JSON.stringify(typical));
  }
  const apart = Object.fromEntries(CATEGORIES.map((category) => [category, of.with.points[category] - of.without.points[category]]));
  return { path, apart, ...of };
}

function middle(runs) {
  const each = (key, names) => Object.fromEntries(names.map((name) => [name, round(median(runs.map((run) => run[key][name])))]));
  const lost = [...new Set(runs.flatMap((run) => Object.keys(run.lost)))].sort();
  return {
    points: each('points', CATEGORIES),
    metrics: each('metrics', Object.keys(runs[0].metrics)),
    // An audit that is not listed by a run has all of its points there.
    lost: Object.fromEntries(lost.map((id) => [id, median(runs.map((run) => run.lost[id] ?? 1))]).filter(([, score]) => score < 1)),
    raw: runs.map((run) => CATEGORIES.map((name) => run.points[name])),
  };
}

const signed = (value) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');
const both = ({ with: tagged, without }, name, unit = '') => `${tagged.metrics[name]}${unit} (${without.metrics[name]})`;

function line(name, page) {
  const lost = Object.entries(page.with.lost).filter(([id, score]) => score < (page.without.lost[id] ?? 1)).map(([id, score]) => `${id} ${score} (${page.without.lost[id] ?? 1})`);
  return `${name}: ${figures(page)}; FCP ${both(page, 'fcp')}, SI ${both(page, 'si')}, LCP ${both(page, 'lcp')}, TBT ${both(page, 'tbt')}, CLS ${both(page, 'cls')}; ${lost.join(', ') || 'no audit is worse'}`;
}

const figures = (page) => CATEGORIES.map((name) => `${name} ${page.with.points[name]} (${signed(page.apart[name])})`).join(', ');
const far = (page) => Math.max(...CATEGORIES.map((name) => Math.abs(page.apart[name])));

export const rows = ({ pages, measured }) => measured.map((name) => row(name, figures(pages[name]), { text: '1 point apart', most: MOST, value: far(pages[name]) }));

export const fails = ({ pages, measured }) => measured.some((name) => far(pages[name]) > MOST);
