// Draws ../pc/preview.svg, the page's own picture: the inside of what is picked at first. Run after pc-art.mjs and pc.mjs.
import { readFileSync, writeFileSync } from 'node:fs';

const product = JSON.parse(readFileSync(new URL('../../p/pc.json', import.meta.url)));
const art = readFileSync(new URL('../pc/inside.svg', import.meta.url), 'utf8');
const parts = new Map([...art.matchAll(/^<g id="([^"]+)".*$/gm)].map(([text, id]) => [id, text]));
const picked = Object.fromEntries(product.options.filter((o) => o.kind === 'choice').map((o) => [o.id, o.choices.find((c) => c.id === o.default) ?? o.choices[0]]));
const layers = product.views[0].layers.filter((layer) => Object.entries(layer.when ?? {}).every(([option, list]) => list.includes(picked[option].id)));
const drawn = layers.map(({ part, paint }) => (paint ? parts.get(part).replace('<g ', `<g fill="${picked[paint].color}" `) : parts.get(part)));
const text = art.replace(/\n<g[\s\S]*<\/svg>/, `\n${drawn.join('\n')}\n</svg>`).replace(/<svg ([^>]*)>/, '<svg $1 width="900" height="900">');
writeFileSync(new URL('../pc/preview.svg', import.meta.url), text);
process.stdout.write(`preview.svg ${Buffer.byteLength(text)}\n`);
