/**
 * Follows a link to a section of the page without adding a history entry, so that the back button leaves the page. The
 * router's state stays in the entry: without it, going back from a sheet would reload the page.
 */
export function goToSection(target: EventTarget | null): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  if (link === null) {
    return false;
  }
  const { state } = window.history;
  window.location.replace(link.hash);
  window.history.replaceState(state, '');
  return true;
}
