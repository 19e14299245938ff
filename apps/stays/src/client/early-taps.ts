declare global {
  interface Window {
    /**
     * Set by public/early-taps.js: the buttons tapped before this script was loaded, and when, by `performance.now()`.
     * Null once it is loaded.
     */
    earlyTaps?: Map<Element, number> | null;
  }
}

/** Takes over from public/early-taps.js: returns the buttons tapped so far, each once, and stops the collecting. */
export function takeEarlyTaps(): readonly [button: Element, tappedAt: number][] {
  const taps = [...(window.earlyTaps ?? [])];
  window.earlyTaps = null;
  return taps;
}
