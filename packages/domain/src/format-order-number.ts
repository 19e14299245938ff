/** What people call an order by, on every screen and on paper, in every language: `#417`. */
export function formatOrderNumber(number: number): string {
  return `#${number}`;
}
