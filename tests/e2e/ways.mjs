// How things are done by pointer, by fingers and by keys: a button or a heading is pressed, a choice is taken.

/** The three ways; fingers are on a `phone`, settings of a browser's context. */
export const ways = (phone) => ({
  pointer: { context: {}, press: (target) => target.click(), take: (radio) => radio.click() },
  touch: { context: phone, press: (target) => target.tap(), take: (radio) => radio.tap() },
  keyboard: {
    context: {},
    press: async (target) => { await target.focus(); await target.press('Enter'); },
    take: async (radio) => { await radio.focus(); await radio.press('Space'); },
  },
});
