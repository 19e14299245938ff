/** What a guest sent under one key, and what the guest was told about it. */
export type Told = {
  what: 'order' | 'report';
  key: string;
  canary: string;
  /** The id of what was made, once a response has named it. */
  id: string | null;
  /** The server said that it will not be made. */
  isRefused: boolean;
  /** A try ended without a response, so something may have been made even if a later one was refused. */
  isUncertain: boolean;
  /** The guest was told that it is cancelled. */
  isCancelled: boolean;
};

/** A row of the database, with the key that the guest wrote into its text. */
export type Kept = {
  what: Told['what'];
  id: string;
  key: string;
  /** Of the guest whose stay it belongs to. */
  canary: string;
  isCancelled: boolean;
  /** The lines are all there and make the total. */
  isWhole: boolean;
};

export type Balance = {
  told: number;
  acknowledged: number;
  lost: number;
  doubled: number;
  violations: string[];
};

/** Compares what guests were told with what the database has. */
export function compareLedger(told: readonly Told[], kept: readonly Kept[]): Balance {
  const rowsOfKey = new Map<string, Kept[]>();
  for (const row of kept) {
    const name = `${row.what} ${row.key}`;
    rowsOfKey.set(name, [...(rowsOfKey.get(name) ?? []), row]);
  }
  const known = new Set(told.map(({ what, key }) => `${what} ${key}`));
  const balance: Balance = { told: told.length, acknowledged: 0, lost: 0, doubled: 0, violations: [] };
  for (const each of told) {
    const rows = rowsOfKey.get(`${each.what} ${each.key}`) ?? [];
    balance.acknowledged += each.id === null ? 0 : 1;
    balance.lost += each.id !== null && rows.length === 0 ? 1 : 0;
    balance.doubled += rows.length > 1 ? 1 : 0;
    balance.violations.push(
      ...findProblems(each, rows).map((problem) => `${each.what} ${each.key}: ${problem}`),
    );
  }
  for (const { what, key, id } of kept) {
    if (!known.has(`${what} ${key}`)) {
      balance.violations.push(`${what} ${id}: no guest sent it`);
    }
  }
  return balance;
}

function findProblems(told: Told, rows: readonly Kept[]): string[] {
  const problems: string[] = [];
  if (told.id !== null && rows.length === 0) {
    problems.push('acknowledged and lost');
  }
  if (rows.length > 1) {
    problems.push(`made ${rows.length} times`);
  }
  if (told.id === null && told.isRefused && !told.isUncertain && rows.length > 0) {
    problems.push('refused and made');
  }
  for (const row of rows) {
    if (told.id !== null && row.id !== told.id && rows.length === 1) {
      problems.push(`acknowledged as ${told.id} and kept as ${row.id}`);
    }
    if (row.canary !== told.canary) {
      problems.push(`belongs to ${row.canary} and not to ${told.canary}`);
    }
    if (told.isCancelled && !row.isCancelled) {
      problems.push('cancelled and still there');
    }
    if (!row.isWhole) {
      problems.push('kept without all of its lines');
    }
  }
  return problems;
}
