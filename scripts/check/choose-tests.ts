import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type TestRun = {
  /** From the repository's root; empty: the root itself, whose tests are those of the scripts. */
  folder: string;
  /** From that folder: tests, and files that tests import. */
  files: readonly string[];
};

/** What any change of the database may break: who may read and call what, and whether it can be made at all. */
const testsOfAllSql = 'tests/{*-,}{table-grants,function-grants,migrations,schemas}.test.ts';

/** For each package with a change, the files whose tests are to run. Other packages that use it are for `npm test`. */
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
    // Beside the folders of a package lie its settings, and vitest takes a change of those for a change of all.
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

/** The tests, and what they share, that name one of these. */
function findMentions(supabaseDir: string, names: readonly string[]): string[] {
  if (names.length === 0) {
    return [];
  }
  const mention = new RegExp(`\\b(?:${names.join('|')})\\b`);
  return globSync('tests/**/*.ts', { cwd: supabaseDir }).filter((file) =>
    mention.test(readFileSync(path.join(supabaseDir, file), 'utf8')),
  );
}
