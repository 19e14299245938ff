/** How a file begins, so that Excel reads it as UTF-8. */
export const csvStart = '\uFEFF';

/** One line of a CSV file. */
export function formatCsvLine(cells: readonly string[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

/**
 * A cell in quotes. What begins like a formula gets an apostrophe in front: a spreadsheet would run it, and guests and
 * colleagues write what stands in a cell. So does what follows a semicolon, a tab or a line break: a spreadsheet that separates
 * by semicolons, as those of many countries do, takes our commas and quotes for text and begins a new cell there.
 */
function formatCell(text: string): string {
  const harmless = text.replace(/(^|[;\t\r\n])(?="*[=+\-@\t\r])/g, "$1'");
  return `"${harmless.replaceAll('"', '""')}"`;
}
