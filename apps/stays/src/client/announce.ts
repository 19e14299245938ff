/** The id of the page's live region: screen readers read it out when its text changes. */
export const announcementId = 'news';

export function announce(text: string): void {
  const region = document.getElementById(announcementId);
  if (region) {
    region.textContent = text;
  }
}
