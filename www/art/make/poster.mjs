// Draws the poster on its wall, its preview, and the cards of its frames, after papers.mjs. Run from anywhere: node poster.mjs. The result is the same on every run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const out = new URL('../poster/', import.meta.url);
mkdirSync(out, { recursive: true });
const write = (name, text) => writeFileSync(new URL(name, out), text);

// The sheet on the wall, in units of a view of 800 × 1000.
const [x, y, w, h] = [190, 130, 420, 600];
const ring = (by, inner = 0) => `M${x - by} ${y - by}h${w + 2 * by}v${h + 2 * by}h${-(w + 2 * by)}zM${x - inner} ${y - inner}v${h + 2 * inner}h${w + 2 * inner}v${-(h + 2 * inner)}z`;
const front = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000">
  <defs>
    <linearGradient id="wall-light" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f3eee5"/><stop offset="1" stop-color="#ddd4c6"/></linearGradient>
    <linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#a97f57"/><stop offset="1" stop-color="#7d5a3b"/></linearGradient>
    <linearGradient id="glass-light" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".34"/><stop offset=".32" stop-color="#fff" stop-opacity=".05"/><stop offset=".33" stop-color="#fff" stop-opacity="0"/></linearGradient>
    <linearGradient id="vase-light" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#8fa39c"/><stop offset=".5" stop-color="#c3d0c9"/><stop offset="1" stop-color="#7f938c"/></linearGradient>
  </defs>
  <g id="wall"><rect width="800" height="1000" fill="url(#wall-light)"/><rect y="880" width="800" height="120" fill="url(#table)"/><rect y="876" width="800" height="8" fill="#6d4d31" opacity=".5"/></g>
  <g id="plant"><path d="M92 880q-14-58 4-110h40q18 52 4 110z" fill="url(#vase-light)"/><path d="M116 772C96 700 70 660 44 640M116 772c2-80 6-130 26-176M116 772c10-52 34-92 66-112" fill="none" stroke="#5f7a5c" stroke-width="6" stroke-linecap="round"/><path d="M44 640q-26 6-36-20 34-8 36 20zM142 596q-22-20-6-46 24 18 6 46zM182 660q4-30 34-30 0 30-34 30zM84 690q-30 2-38-24 32-4 38 24zM122 690q24-20 40 2-20 20-40-2z" fill="#6d8b69"/></g>
  <g id="drop"><path d="M${x - 8} ${y - 2}h${w + 28}v${h + 26}h${-(w + 28)}z" fill="#3a3127" opacity=".13"/><path d="M${x - 2} ${y + 4}h${w + 14}v${h + 12}h${-(w + 14)}z" fill="#3a3127" opacity=".16"/></g>
  <g id="drop-wide"><path d="M${x - 34} ${y - 24}h${w + 88}v${h + 80}h${-(w + 88)}z" fill="#3a3127" opacity=".13"/><path d="M${x - 30} ${y - 22}h${w + 72}v${h + 66}h${-(w + 72)}z" fill="#3a3127" opacity=".16"/></g>
  <g id="sheet"><rect x="${x}" y="${y}" width="${w}" height="${h}"/></g>
  <g id="plate"><rect x="${x + 50}" y="${y + 452}" width="${w - 100}" height="104" fill="#fffdf7"/><rect x="${x + 57}" y="${y + 459}" width="${w - 114}" height="90" fill="none" stroke="#8a7f6c" stroke-width="1.5"/></g>
  <g id="clips"><path d="M${x + 96} ${y - 18}h26v32h-26zM${x + w - 122} ${y - 18}h26v32h-26z" fill="#4b4339"/><path d="M${x + 109} ${y - 18}L400 ${y - 84}L${x + w - 109} ${y - 18}" fill="none" stroke="#4b4339" stroke-width="2.5"/></g>
  <g id="slim"><path fill-rule="evenodd" d="${ring(14)}"/></g>
  <g id="slim-light"><path fill-rule="evenodd" d="${ring(14, 11)}" fill="#fff" opacity=".28"/><path fill-rule="evenodd" d="${ring(3)}" fill="#000" opacity=".25"/></g>
  <g id="wide"><path fill-rule="evenodd" d="${ring(40)}"/></g>
  <g id="wide-light"><path fill-rule="evenodd" d="${ring(40, 35)}" fill="#fff" opacity=".3"/><path fill-rule="evenodd" d="${ring(24, 21)}" fill="#000" opacity=".16"/><path fill-rule="evenodd" d="${ring(5)}" fill="#000" opacity=".28"/></g>
  <g id="glass"><rect x="${x}" y="${y}" width="${w}" height="${h}" fill="url(#glass-light)"/></g>
</svg>
`;
write('front.svg', front);
// As it is at first: what is not picked is taken out, and what is picked is filled.
const paper = readFileSync(new URL('../papers/laurel-sage.png', import.meta.url)).toString('base64');
const without = front.split('\n').filter((line) => !/id="(drop-wide|clips|wide|wide-light)"/.test(line)).join('\n');
write('preview.svg', without
  .replace('</defs>', `<pattern id="paper" patternUnits="userSpaceOnUse" width="120" height="120"><image width="120" height="120" href="data:image/png;base64,${paper}"/></pattern></defs>`)
  .replace('<g id="sheet">', '<g id="sheet" fill="url(#paper)">').replace('<g id="slim">', '<g id="slim" fill="#2f2a26">'));
const card = (name, body) => write(`frame-${name}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect x="28" y="16" width="40" height="62" fill="#f3efe6"/><path d="M36 30h24M36 40h24M36 50h24" stroke="#22375e" stroke-width="5"/>${body}</svg>\n`);
card('none', '<path d="M36 12h6v8h-6zM54 12h6v8h-6zM39 12L48 4l9 8" fill="none" stroke="#4b4339" stroke-width="2.5"/><rect x="28" y="16" width="40" height="62" fill="none" stroke="#b9b09f" stroke-width="1.5"/>');
card('slim', '<rect x="26.500" y="14.500" width="43" height="65" fill="none" stroke="#4b4339" stroke-width="3.500"/>');
card('wide', '<rect x="23" y="11" width="50" height="72" fill="none" stroke="#4b4339" stroke-width="10"/>');
