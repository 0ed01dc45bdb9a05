// How ./rendered.mjs frames what it draws, by product, or by product#view.
// `crop` cuts a square out of a drawing that has a wall of its own, in pixels of a drawing 640 wide; `wall` shows
// the whole and goes on with its edges; `box` is the most that a thing takes of the 400 × 400 card.
export const SHOWN = {
  'oxford-shirt': { box: '350x350' },
  sneaker: { box: '350x330' },
  mug: { box: '300x280' },
  bag: { wall: true },
  poster: { crop: '580x580+30+50' },
  pc: { box: '310x320' },
  'pc#desk': { crop: '640x640+0+0' },
  skins: { box: '330x340' },
  'skins/wren-buds': { box: '270x270' },
};
