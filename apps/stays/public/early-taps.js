/*
 * On a slow connection a page is visible long before its own script has loaded. Until then this script remembers the
 * buttons that are tapped, for ActionHost (src/shell/actions) to handle, and says so if that takes too long. It also
 * stops a plain form from being sent twice by a double tap.
 */
(() => {
  const resendAllowedAfterMs = 10_000;
  // The same time as in src/client/load-in-time.ts.
  const mostMs = 3_000;
  const sent = new Set();
  if (!('earlyTaps' in window)) {
    // By button: a guest who taps a button twice because nothing happened wants it once.
    window.earlyTaps = new Map();
  }
  addEventListener('click', ({ target }) => {
    if (!window.earlyTaps || !(target instanceof Element)) {
      return;
    }
    const button = target.closest('[data-action]');
    if (button && !window.earlyTaps.has(button)) {
      button.setAttribute('aria-busy', 'true');
      window.earlyTaps.set(button, performance.now());
      setTimeout(() => giveUp(button), mostMs);
    }
    if (target.closest('[data-dismiss]')) {
      document.getElementById('tap-failure').hidden = true;
    }
  });

  /** Drops the tap and shows the panel (tap-failure-panel.tsx), whose button for another try repeats it. */
  async function giveUp(button) {
    if (!window.earlyTaps?.delete(button)) {
      return;
    }
    button.removeAttribute('aria-busy');
    const panel = document.getElementById('tap-failure');
    const retry = panel.querySelector('[data-retry]');
    if (button === retry && !hasScriptArrived() && (await isServerReached())) {
      // The page's script has failed or hangs, and only a new page requests it again.
      location.reload();
      return;
    }
    retry.dataset.action = button.dataset.action;
    retry.dataset.item = button.dataset.item ?? '';
    panel.hidden = false;
  }

  /** On a connection that is only slow, the scripts are on their way. */
  function hasScriptArrived() {
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
    return scripts.some(({ responseEnd }) => responseEnd > performance.now() - mostMs);
  }

  async function isServerReached() {
    try {
      return (await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(mostMs) })).ok;
    } catch {
      return false;
    }
  }

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
