/** Between two tries: long enough for a server that is starting again. */
const intervalMs = 5_000;

/**
 * Asks every few seconds whether a page can be shown again, one try after the other, and says so once. Returns what ends that.
 * A server that cannot be reached is not back.
 */
export function watchRecovery(url: string, onBack: () => void): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const ask = async () => {
    if (await isShown(url, stop.signal)) {
      onBack();
    } else if (!stop.signal.aborted) {
      timer = setTimeout(ask, intervalMs);
    }
  };
  timer = setTimeout(ask, intervalMs);
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}

async function isShown(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD', signal })).ok;
  } catch {
    return false; // out of reach, or nobody waits any more
  }
}
