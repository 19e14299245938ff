/** The sum of all layout shifts since the page began to load, as the browser measures them. */
export function readShifts(): Promise<number> {
  return new Promise((resolve) => {
    let shifts = 0;
    new PerformanceObserver((list) => {
      shifts += list
        .getEntries()
        .reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0);
    }).observe({ type: 'layout-shift', buffered: true });
    // The browser reports a layout shift after the frame in which it happened, so wait for two frames.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(shifts)));
  });
}
