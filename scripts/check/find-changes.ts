import { execFileSync } from 'node:child_process';

export type Changes = {
  /** A commit, and how to call it. */
  base: string;
  baseName: string;
  /** From the repository's root; deleted files too. */
  files: readonly string[];
};

/** The files that differ from where this branch left main, committed or not. On main itself: from what was pushed. */
export function findChanges(directory: string): Changes {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const { name, base } = findBase(git);
  const listed = (text: string) => text.split('\0').filter((file) => file !== '');
  const files = [
    ...listed(git('diff', '--name-only', '--no-renames', '-z', base)),
    ...listed(git('ls-files', '--others', '--exclude-standard', '-z')),
  ];
  return { base, baseName: name, files: [...new Set(files)].sort() };
}

function findBase(git: (...args: string[]) => string): { name: string; base: string } {
  for (const name of ['origin/main', 'main']) {
    try {
      return { name, base: git('merge-base', 'HEAD', name).trim() };
    } catch {
      // There is no such branch here; the next one may be there.
    }
  }
  return { name: 'the last commit', base: 'HEAD' };
}

/** A file as it was at a commit; empty when it was not there. */
export function readAtCommit(directory: string, commit: string, file: string): string {
  try {
    return execFileSync('git', ['show', `${commit}:${file}`], {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    // A new file: git says so by its exit code alone.
    return '';
  }
}
