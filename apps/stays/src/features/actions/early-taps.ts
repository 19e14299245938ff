declare global {
  interface Window {
    /** Set by public/early-taps.js: the buttons tapped before this script was loaded. Null once it is loaded. */
    earlyTaps?: Set<Element> | null;
  }
}

/** Takes over from public/early-taps.js: returns the buttons tapped so far, each once, and stops the collecting. */
export function takeEarlyTaps(): readonly Element[] {
  const taps = [...(window.earlyTaps ?? [])];
  window.earlyTaps = null;
  return taps;
}
