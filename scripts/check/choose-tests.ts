import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type TestRun = {
  /** Relative to the repository's root. Empty for the root itself, which has the tests of the scripts. */
  folder: string;
  /** Relative to that folder: tests, and files that tests import. */
  files: readonly string[];
};

/** The tests that any change of SQL may break: those of the grants, and whether the schemas and migrations apply. */
const testsOfAllSql = 'tests/{*-,}{table-grants,function-grants,migrations,schemas}.test.ts';

/** For each package with a change, the files whose tests to run. Only `npm test` runs the tests of packages that use it. */
export function chooseTests(
  root: string,
  changed: readonly string[],
  readChangedNames: (sqlFile: string) => readonly string[],
): TestRun[] {
  const byFolder = new Map<string, Set<string>>();
  const add = (folder: string, file: string) => {
    byFolder.set(folder, (byFolder.get(folder) ?? new Set()).add(file));
  };
  const sqlFiles = changed.filter((file) => /^supabase\/.*\.sql$/.test(file));
  for (const file of changed.filter((name) => existsSync(path.join(root, name)))) {
    const [folder = '', inside = file] = splitFolder(file);
    // Only files in the package's folders: beside those are its settings, and vitest runs every test when they change.
    if (/\/.*\.(?:tsx?|json|css)$/.test(inside) && hasTests(root, folder)) {
      add(folder, inside);
    }
  }
  if (sqlFiles.length > 0) {
    const names = sqlFiles.flatMap(readChangedNames);
    const supabaseDir = path.join(root, 'supabase');
    for (const file of [
      ...globSync(testsOfAllSql, { cwd: supabaseDir }),
      ...findMentions(supabaseDir, names),
    ]) {
      add('supabase', file);
    }
  }
  return [...byFolder].map(([folder, files]) => ({ folder, files: [...files].sort() }));
}

function splitFolder(file: string): [string, string] {
  const match = /^((?:apps|packages)\/[^/]+|supabase)\/(.+)$/.exec(file);
  return match === null ? ['', file] : [match[1] ?? '', match[2] ?? ''];
}

function hasTests(root: string, folder: string): boolean {
  return existsSync(path.join(root, folder, 'vitest.config.ts'));
}

/** Tests, and files that tests import, in which one of these names occurs. */
function findMentions(supabaseDir: string, names: readonly string[]): string[] {
  if (names.length === 0) {
    return [];
  }
  const mention = new RegExp(`\\b(?:${names.join('|')})\\b`);
  return globSync('tests/**/*.ts', { cwd: supabaseDir }).filter((file) =>
    mention.test(readFileSync(path.join(supabaseDir, file), 'utf8')),
  );
}
