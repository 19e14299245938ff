import type { Verdict } from './check.ts';
import { isWrong, type Report } from './check-deployment.ts';

/** The report as text, and whether anything is wrong. `failed` too where nothing was checked. */
export function formatReport({ database, api }: Report): { text: string; failed: boolean } {
  const verdicts = [...(database ?? []), ...(api ?? [])];
  const wrong = verdicts.filter(isWrong).length;
  const lines = [
    ...formatPart('The database', database, 'set DATABASE_URL'),
    ...formatPart('The API', api, 'set SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY and both keys'),
    verdicts.length === 0
      ? 'Nothing was checked.'
      : `${wrong} of ${verdicts.length} ${wrong === 1 ? 'is' : 'are'} wrong.`,
  ];
  return { text: `${lines.join('\n')}\n`, failed: wrong > 0 || verdicts.length === 0 };
}

function formatPart(title: string, verdicts: readonly Verdict[] | null, how: string): string[] {
  return verdicts === null
    ? [`${title} was not checked: ${how}.`, '']
    : [title, ...verdicts.flatMap(formatVerdict), ''];
}

function formatVerdict(verdict: Verdict): string[] {
  const { expectation, problems } = verdict;
  if (problems.length === 0) {
    return [`  ok     ${expectation}`];
  }
  const remedies = [...new Set(problems.map(({ remedy }) => remedy))];
  return [
    `  ${isWrong(verdict) ? 'WRONG' : 'note '}  ${expectation}`,
    ...problems.map(({ found }) => `           ${found}`),
    ...remedies.map((remedy) => `         → ${remedy}`),
  ];
}
