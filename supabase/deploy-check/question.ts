/** What is wrong, in one sentence, and what to do about it. A `note` is for the reader to judge and fails nothing. */
export interface Problem {
  found: string;
  remedy: string;
  level?: 'wrong' | 'note';
}

/** One question of the check: what should be true, and how to find out. It changes nothing. No problem: it is true. */
export interface Question {
  expectation: string;
  ask: () => Promise<Problem[]>;
}

/** An answered question. */
export interface Answer {
  expectation: string;
  problems: Problem[];
}

/** Asks all questions, one after the other. One that cannot be asked is a problem too. */
export async function askAll(questions: readonly Question[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { expectation, ask } of questions) {
    const problems = await ask().catch((error: unknown) => [couldNotAsk(error)]);
    answers.push({ expectation, problems });
  }
  return answers;
}

function couldNotAsk(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return {
    found: `this could not be asked: ${message}`,
    remedy: 'Correct what is wrong above, then ask again.',
  };
}
