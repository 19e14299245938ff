/** A measured value and its limit. */
export type Check = { what: string; measured: string; limit: string; isMet: boolean };

export function atMost(
  what: string,
  measured: number,
  limit: number,
  write: (value: number) => string,
): Check {
  return { what, measured: write(measured), limit: `at most ${write(limit)}`, isMet: measured <= limit };
}

export function atLeast(
  what: string,
  measured: number,
  limit: number,
  write: (value: number) => string,
): Check {
  return { what, measured: write(measured), limit: `at least ${write(limit)}`, isMet: measured >= limit };
}

export function formatCheck({ what, measured, limit, isMet }: Check): string {
  return `  ${isMet ? 'met   ' : 'MISSED'}  ${what.padEnd(58)} ${measured.padStart(9)}  (${limit})`;
}

/** In units of 1000 bytes, as network sizes are usually given. */
export function formatKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}

export function formatPercent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
