/** How a file begins, so that Excel reads it as UTF-8. */
export const csvStart = '\uFEFF';

/** One line of a CSV file. */
export function formatCsvLine(cells: readonly string[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

/**
 * A cell in quotes. What begins like a formula gets an apostrophe in front: a spreadsheet would run it, and guests and
 * colleagues write what stands in a cell.
 */
function formatCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
