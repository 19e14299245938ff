/** The line of the page that is read out when its words change. */
export const newsLineId = 'news';

export function sayNews(news: string): void {
  const line = document.getElementById(newsLineId);
  if (line) {
    line.textContent = news;
  }
}
