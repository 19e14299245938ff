/*
 * On a slow connection a page is visible long before its own script has loaded. Until then this script remembers the
 * buttons that are tapped, for ActionHost (src/features/actions) to handle. It also stops a plain form from being sent
 * twice by a double tap.
 */
(() => {
  const resendAllowedAfterMs = 10_000;
  const sent = new Set();
  if (!('earlyTaps' in window)) {
    // A set: a guest who taps a button twice because nothing happened wants it once.
    window.earlyTaps = new Set();
  }
  addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-action]') : null;
    if (button && window.earlyTaps) {
      button.setAttribute('aria-busy', 'true');
      window.earlyTaps.add(button);
    }
  });
  addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') {
      return;
    }
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    // If the request hangs, the guest must be able to send the form again.
    setTimeout(() => sent.delete(form), resendAllowedAfterMs);
  });
  // The page may be restored from the back/forward cache.
  addEventListener('pageshow', () => sent.clear());
})();
