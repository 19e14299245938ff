/** How long a tap may take to load its script, before the page says that it cannot be opened. */
const mostMs = 3_000;

type LoadOutcome<Part> = { part: Part } | { part: null; reason: 'failed' | 'late' };

/** Loads what a tap needs. What arrives later than three seconds after the tap counts as not loaded. */
export async function loadInTime<Part>(
  load: () => Promise<Part>,
  tappedAt: number,
): Promise<LoadOutcome<Part>> {
  let timer: number | undefined;
  const late = new Promise<LoadOutcome<Part>>((resolve) => {
    const leftMs = Math.max(0, tappedAt + mostMs - performance.now());
    timer = window.setTimeout(() => resolve({ part: null, reason: 'late' }), leftMs);
  });
  const loaded = load().then(
    (part): LoadOutcome<Part> => ({ part }),
    (thrown): LoadOutcome<Part> => {
      console.info(thrown);
      return { part: null, reason: 'failed' };
    },
  );
  const outcome = await Promise.race([loaded, late]);
  window.clearTimeout(timer);
  return outcome;
}
