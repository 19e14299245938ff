import type { DeskLinksProps } from './desk-links';

let shown: DeskLinksProps | null = null;

/** Stores the desk of the page on screen for the error page that replaces it when a component throws. */
export function rememberShownDesk(desk: DeskLinksProps): void {
  shown = desk;
}

export function readShownDesk(): DeskLinksProps | null {
  return shown;
}
