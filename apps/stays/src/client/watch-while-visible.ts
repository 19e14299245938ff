const intervalMs = 5_000;

/** Runs the check every five seconds while the page is visible, and at once when it becomes so. Returns what ends that. */
export function watchWhileVisible(check: () => Promise<void>): () => void {
  const checkIfVisible = () => {
    if (document.visibilityState === 'visible') {
      void check();
    }
  };
  // Restored from the back/forward cache.
  const onPageShow = ({ persisted }: PageTransitionEvent) => persisted && checkIfVisible();
  const timer = window.setInterval(checkIfVisible, intervalMs);
  document.addEventListener('visibilitychange', checkIfVisible);
  window.addEventListener('pageshow', onPageShow);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', checkIfVisible);
    window.removeEventListener('pageshow', onPageShow);
  };
}
