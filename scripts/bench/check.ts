/** One thing that is measured and has a limit. */
export type Check = { what: string; seen: string; limit: string; isMet: boolean };

export function atMost(what: string, seen: number, limit: number, write: (value: number) => string): Check {
  return { what, seen: write(seen), limit: `at most ${write(limit)}`, isMet: seen <= limit };
}

export function atLeast(what: string, seen: number, limit: number, write: (value: number) => string): Check {
  return { what, seen: write(seen), limit: `at least ${write(limit)}`, isMet: seen >= limit };
}

export function formatCheck({ what, seen, limit, isMet }: Check): string {
  return `  ${isMet ? 'met   ' : 'MISSED'}  ${what.padEnd(58)} ${seen.padStart(9)}  (${limit})`;
}

/** Thousands of bytes, as sizes on the wire are counted. */
export function formatKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}

export function formatPercent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
