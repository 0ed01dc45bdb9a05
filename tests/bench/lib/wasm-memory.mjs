// The browser's heap figures leave out the memory of wasm modules, so a page is made to keep hold of it.

/** Runs in a page before its own code: `window.wasmBytes()` is then the size of all wasm memories made there. */
export function watchWasmMemory() {
  // Each once: a module that parts are joined to exports its memory under two names.
  const memories = new Set();
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await real.apply(WebAssembly, args);
      for (const value of Object.values((made.instance ?? made).exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
      return made;
    };
  }
  window.wasmBytes = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}
