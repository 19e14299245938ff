declare global {
  interface Window {
    /** Of public/early-taps.js: what was tapped before the page's own script came. Null: it is here. */
    earlyTaps?: Set<Element> | null;
  }
}

/** The buttons that were tapped before anybody listened, each once. From now on they are heard here. */
export function takeEarlyTaps(): readonly Element[] {
  const taps = [...(window.earlyTaps ?? [])];
  window.earlyTaps = null;
  return taps;
}
