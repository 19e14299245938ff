/** What is wrong, in one sentence, and what to do about it. A `note` is for the reader to judge and fails nothing. */
export interface Problem {
  found: string;
  remedy: string;
  level?: 'wrong' | 'note';
}

/** What should be true of a deployment, and how to find out. Returns what is wrong, and changes nothing. */
export interface Check {
  expectation: string;
  run: () => Promise<Problem[]>;
}

/** What a check found. No problem: what it expects is true. */
export interface Verdict {
  expectation: string;
  problems: Problem[];
}

/** Runs checks one after the other. One that throws has a problem, too. */
export async function runAll(checks: readonly Check[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { expectation, run } of checks) {
    const problems = await run().catch((error: unknown) => [couldNotRun(error)]);
    verdicts.push({ expectation, problems });
  }
  return verdicts;
}

function couldNotRun(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return {
    found: `this could not be checked: ${message}`,
    remedy: 'Correct what is wrong above, then check again.',
  };
}
