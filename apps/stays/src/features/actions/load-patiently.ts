const nextTryMs = 3_000;

/**
 * Loads a part of the script that comes with its first need. A line that is dead just then must not end in an error,
 * which would take the whole page, WiFi included, off the screen: it is tried again until the part is here.
 */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch (thrown) {
      console.info(thrown);
      await waitForLine();
    }
  }
}

function waitForLine(): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(goOn, nextTryMs);
    window.addEventListener('online', goOn, { once: true });
    function goOn(): void {
      window.clearTimeout(timer);
      window.removeEventListener('online', goOn);
      resolve();
    }
  });
}
