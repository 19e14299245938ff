/**
 * Follows a link to a section of the page without a step in the history: back leaves the page, not the section. The
 * entry keeps the router's state, without which a step back from a sheet would load the page anew.
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
