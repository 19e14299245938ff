import { execFileSync } from 'node:child_process';

export type Changes = {
  /** The commit that the files are compared with. */
  base: string;
  /** The name of that commit in messages. */
  baseName: string;
  /** Relative to the repository's root. Includes deleted files. */
  files: readonly string[];
};

/** Finds the files that differ, committed or not, from the commit at which this branch left main. On main: from origin. */
export function findChanges(directory: string): Changes {
  const branches = git(directory, 'for-each-ref', '--format=%(refname)', ...mainBranches).split('\n');
  const branch = mainBranches.find((name) => branches.includes(name));
  const base = git(directory, 'merge-base', 'HEAD', branch ?? 'HEAD').trim();
  const files = [
    ...splitNames(git(directory, 'diff', '--name-only', '--no-renames', '-z', base)),
    ...splitNames(git(directory, 'ls-files', '--others', '--exclude-standard', '-z')),
  ];
  const baseName = branch?.replace(/^refs\/(?:remotes|heads)\//, '') ?? 'the last commit';
  return { base, baseName, files: [...new Set(files)].sort() };
}

const mainBranches = ['refs/remotes/origin/main', 'refs/heads/main'];

/** Reads a file as it was at a commit. Empty if the commit does not have it. */
export function readAtCommit(directory: string, commit: string, file: string): string {
  const found = git(directory, 'ls-tree', '--name-only', '-z', commit, '--', file);
  return found === '' ? '' : git(directory, 'show', `${commit}:${file}`);
}

function splitNames(text: string): string[] {
  return text.split('\0').filter((name) => name !== '');
}

function git(directory: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: directory, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
