/**
 * Whether our server can be reached. `navigator.onLine` does not tell: it is true on a WiFi that leads nowhere. So a
 * request without a response counts as well, and only a response from our server ends it.
 */
const probeTimeoutMs = 3_000;
const firstProbeMs = 2_000;
const slowestProbeMs = 15_000;
/** After a response, the line is taken to be up for so long without a probe. */
const trustMs = 10_000;

let isDown = false;
let changedAt = 0;
let lastResponseAt = 0;
let timer: number | undefined;
const listeners = new Set<() => void>();

export function isLineUp(): boolean {
  return !isDown;
}

/**
 * `sentAt`, by `performance.now()`: a response that was under way when the browser went offline says nothing. Otherwise
 * any response counts, also a late one that came after a probe has given up.
 */
export function reportResponse(sentAt: number): void {
  lastResponseAt = performance.now();
  if (navigator.onLine || sentAt >= changedAt) {
    setDown(false);
  }
}

export function reportNoResponse(): void {
  setDown(true);
}

/** Sends a small request that needs no database. True if our server responds in time. */
export async function probeLine(): Promise<boolean> {
  const sentAt = performance.now();
  if (await isServerReached()) {
    reportResponse(sentAt);
    return true;
  }
  reportNoResponse();
  return false;
}

/** Probes the line unless a response came a moment ago: a WiFi that leads nowhere is noticed only by a request. */
export function checkLine(): void {
  if (performance.now() - lastResponseAt > trustMs) {
    void probeLine();
  }
}

export function subscribeToLine(listener: () => void): () => void {
  if (listeners.size === 0) {
    watch();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      unwatch();
    }
  };
}

function watch(): void {
  window.addEventListener('offline', reportNoResponse);
  window.addEventListener('online', probeLine);
  document.addEventListener('visibilitychange', onVisibilityChange);
  // The service worker shows a saved copy when the server does not respond.
  if (!navigator.onLine || document.querySelector('saved-copy') !== null) {
    setDown(true);
  }
  if (isDown) {
    scheduleProbe(firstProbeMs);
  }
}

function unwatch(): void {
  window.removeEventListener('offline', reportNoResponse);
  window.removeEventListener('online', probeLine);
  document.removeEventListener('visibilitychange', onVisibilityChange);
  window.clearTimeout(timer);
}

function onVisibilityChange(): void {
  if (document.visibilityState === 'visible') {
    checkLine();
  }
}

function setDown(next: boolean): void {
  if (isDown === next) {
    return;
  }
  isDown = next;
  changedAt = performance.now();
  if (isDown) {
    scheduleProbe(firstProbeMs);
  } else {
    window.clearTimeout(timer);
  }
  for (const listener of listeners) {
    listener();
  }
}

function scheduleProbe(delayMs: number): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(async () => {
    if (document.visibilityState === 'visible') {
      await probeLine();
    }
    if (isDown && listeners.size > 0) {
      scheduleProbe(Math.min(delayMs * 1.5, slowestProbeMs));
    }
  }, delayMs);
}

async function isServerReached(): Promise<boolean> {
  try {
    const response = await fetch('/api/health', {
      cache: 'no-store',
      signal: AbortSignal.timeout(probeTimeoutMs),
    });
    // The log-in page of a WiFi also responds, with a page.
    return (await response.json()).status === 'ok';
  } catch {
    return false;
  }
}
