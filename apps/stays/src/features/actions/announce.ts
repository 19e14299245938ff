/** The id of the page's live region: screen readers read it out when its text changes. */
export const announcementId = 'news';

export function announce(text: string): void {
  const line = document.getElementById(announcementId);
  if (line) {
    line.textContent = text;
  }
}
