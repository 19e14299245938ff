import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { findChanges, readAtCommit } from './find-changes.ts';

function makeRepository() {
  const folder = makeTempFolder({ 'a.ts': 'old', 'b.ts': 'old', 'gone.ts': 'old', '.gitignore': 'dist/\n' });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
      cwd: folder,
    });
  const commit = (subject: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', subject);
  };
  git('init', '--quiet', '--initial-branch=main');
  commit('Begin');
  return {
    folder,
    git,
    commit,
    write: (name: string, text: string) => writeFileSync(path.join(folder, name), text),
  };
}

test('nothing has changed in a fresh clone', () => {
  expect(findChanges(makeRepository().folder)).toMatchObject({ baseName: 'main', files: [] });
});

test('finds what a branch has committed, edited, deleted and added since it left main, and nothing of main', () => {
  const { folder, git, commit, write } = makeRepository();
  git('switch', '--quiet', '--create', 'topic');
  write('a.ts', 'new');
  commit('Change a');
  git('switch', '--quiet', 'main');
  write('main-only.ts', 'new');
  commit('Go on with main');
  git('switch', '--quiet', 'topic');
  write('b.ts', 'new');
  write('with space.ts', 'new');
  rmSync(path.join(folder, 'gone.ts'));
  const { files, base } = findChanges(folder);
  expect(files).toEqual(['a.ts', 'b.ts', 'gone.ts', 'with space.ts']);
  expect(readAtCommit(folder, base, 'a.ts')).toBe('old');
  expect(readAtCommit(folder, base, 'with space.ts')).toBe('');
});

test('on main itself, finds what has not been pushed', () => {
  const { folder, git, commit, write } = makeRepository();
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  write('a.ts', 'new');
  commit('Change a');
  expect(findChanges(folder)).toMatchObject({ baseName: 'origin/main', files: ['a.ts'] });
});
