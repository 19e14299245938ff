import type { Answer } from './question.ts';
import { isWrong, type Report } from './run-check.ts';

/** The report as text, and whether anything is wrong. `failed` too where there was nothing to ask. */
export function formatReport({ database, api }: Report): { text: string; failed: boolean } {
  const answers = [...(database ?? []), ...(api ?? [])];
  const wrong = answers.filter(isWrong).length;
  const lines = [
    ...formatPart('The database', database, 'set DATABASE_URL'),
    ...formatPart('The API', api, 'set SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY and both keys'),
    answers.length === 0
      ? 'Nothing was asked.'
      : `${wrong} of ${answers.length} ${wrong === 1 ? 'is' : 'are'} wrong.`,
  ];
  return { text: `${lines.join('\n')}\n`, failed: wrong > 0 || answers.length === 0 };
}

function formatPart(title: string, answers: readonly Answer[] | null, how: string): string[] {
  return answers === null
    ? [`${title} was not asked: ${how}.`, '']
    : [title, ...answers.flatMap(formatAnswer), ''];
}

function formatAnswer(answer: Answer): string[] {
  const { expectation, problems } = answer;
  if (problems.length === 0) {
    return [`  ok     ${expectation}`];
  }
  const remedies = [...new Set(problems.map(({ remedy }) => remedy))];
  return [
    `  ${isWrong(answer) ? 'WRONG' : 'note '}  ${expectation}`,
    ...problems.map(({ found }) => `           ${found}`),
    ...remedies.map((remedy) => `         → ${remedy}`),
  ];
}
