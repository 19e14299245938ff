/*
 * On a slow line a page can be read long before its own script is there. Until then this keeps what is tapped, for
 * ActionHost (src/features/actions) to answer; and it lets each plain form be sent once, however often it is tapped.
 */
(() => {
  const forgetSentAfterMs = 10_000;
  const sent = new Set();
  if (!('earlyTaps' in window)) {
    // A set: who taps a button again because nothing happened means it once.
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
    // A line that hangs must not close the form for good.
    setTimeout(() => sent.delete(form), forgetSentAfterMs);
  });
  // The page may come back as it was left.
  addEventListener('pageshow', () => sent.clear());
})();
