// Draws the enamel mug: front.svg, back.svg and preview.svg in ../mug. Run: node mug.mjs
import { mkdirSync, writeFileSync } from 'node:fs';

const out = new URL('../mug/', import.meta.url);
mkdirSync(out, { recursive: true });

const BODY = 'M170 190L182 640Q184 690 236 700Q400 722 564 700Q616 690 618 640L630 190Q400 236 170 190Z';
const RIM = 'M170 190Q400 236 630 190Q640 176 630 164Q400 120 170 164Q160 176 170 190Z';
const MOUTH = 'M182 174Q400 214 618 174Q600 150 400 142Q200 150 182 174Z';
// The handle stands on the right as seen from the front, on the left from the back.
const HANDLE = 'M622 270C730 250 770 320 756 410C744 500 690 560 616 556L618 520C676 520 712 476 720 404C730 336 706 296 624 308Z';
const mirror = 'translate(800 0) scale(-1 1)';

const shade = `
  <linearGradient id="round" x1="0" x2="1" y1="0" y2="0"><stop offset="0" stop-color="#000" stop-opacity=".3"/><stop offset=".2" stop-color="#000" stop-opacity=".05"/><stop offset=".45" stop-color="#fff" stop-opacity=".14"/><stop offset=".7" stop-color="#000" stop-opacity=".04"/><stop offset="1" stop-color="#000" stop-opacity=".34"/></linearGradient>
  <linearGradient id="deep" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#10161c" stop-opacity=".55"/><stop offset="1" stop-color="#10161c" stop-opacity=".1"/></linearGradient>
  <linearGradient id="foot" x1="0" x2="0" y1="0" y2="1"><stop offset=".8" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".22"/></linearGradient>
  <radialGradient id="floor" cx=".5" cy=".5" r=".5"><stop offset="0" stop-color="#000" stop-opacity=".28"/><stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>
  <clipPath id="cup"><path d="${BODY}"/></clipPath>`;
// Chips and specks make it enamel.
const specks = [[236, 640, 3], [560, 300, 2], [290, 668, 2.4], [520, 676, 2], [604, 520, 2.2], [200, 410, 1.8], [410, 690, 2]]
  .map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`).join('');

const doc = (side) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800">
  <defs>${shade}
  </defs>
  <g id="shadow"><ellipse cx="400" cy="704" rx="270" ry="34" fill="url(#floor)"/></g>
  <g id="handle"${side === 'back' ? ` transform="${mirror}"` : ''}><path d="${HANDLE}"/></g>
  <g id="handle-light"${side === 'back' ? ` transform="${mirror}"` : ''}><path d="${HANDLE}" fill="none" stroke="#000" stroke-opacity=".22" stroke-width="3"/><path d="M640 282C710 270 742 318 736 392" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="7" stroke-linecap="round"/></g>
  <g id="body"><path d="${BODY}"/></g>
  <g id="body-light"><path d="${BODY}" fill="url(#round)"/><path d="${BODY}" fill="url(#foot)"/><path d="M238 250Q228 430 242 610" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="16" stroke-linecap="round"/><g fill="#222" fill-opacity=".5" clip-path="url(#cup)">${specks}</g></g>
  <g id="inside"><path d="${MOUTH}" fill="#fbfaf5"/><path d="${MOUTH}" fill="url(#deep)"/></g>
  <g id="rim"><path d="${RIM}${MOUTH}" fill-rule="evenodd"/></g>
  <g id="rim-light"><path d="M176 184Q400 228 624 184" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="4" stroke-linecap="round"/></g>
</svg>
`;

const front = doc('front');
writeFileSync(new URL('front.svg', out), front);
writeFileSync(new URL('back.svg', out), doc('back'));
// The theme's own picture: white with a blue rim, and a mark where a logo goes.
const painted = front.replace('<g id="handle">', '<g id="handle" fill="#f7f5ee">').replace('<g id="body">', '<g id="body" fill="#f7f5ee">').replace('<g id="rim">', '<g id="rim" fill="#1f3f77">')
  .replace('<g id="inside">', '<g id="inside">').replace('</svg>', '  <g fill="none" stroke="#1f3f77" stroke-opacity=".55" stroke-width="3" stroke-dasharray="10 8"><rect x="260" y="300" width="280" height="280" rx="10"/></g>\n</svg>');
writeFileSync(new URL('preview.svg', out), painted);
