const nextTryMs = 3_000;

/**
 * Loads a lazy chunk and retries until it succeeds. While the guest is offline it must not throw: the error would
 * replace the whole page, WiFi details included.
 */
export async function retryUntilLoaded<Chunk>(load: () => Promise<Chunk>): Promise<Chunk> {
  for (;;) {
    try {
      return await load();
    } catch (thrown) {
      console.info(thrown);
      await waitToRetry();
    }
  }
}

function waitToRetry(): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resume, nextTryMs);
    window.addEventListener('online', resume, { once: true });
    function resume(): void {
      window.clearTimeout(timer);
      window.removeEventListener('online', resume);
      resolve();
    }
  });
}
