import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/**
 * Runs one lint rule of `biome.json` on files that need not exist in the repository. Returns the messages for
 * each file that the rule refuses, by the file's path.
 */
export function lintFiles(
  rule: string,
  files: readonly { path: string; code: string }[],
): Map<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lint-files-'));
  try {
    copyFileSync(path.join(root, 'biome.json'), path.join(folder, 'biome.json'));
    for (const file of files) {
      const target = path.join(folder, file.path);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, file.code);
    }
    return readRefusals(folder, rule);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readRefusals(folder: string, rule: string): Map<string, string> {
  const biome = path.join(root, 'node_modules/.bin/biome');
  const args = [
    'lint',
    `--only=${rule}`,
    '--reporter=github',
    '--max-diagnostics=none',
    '--vcs-enabled=false',
  ];
  const { stdout, error } = spawnSync(biome, args, { cwd: folder, encoding: 'utf8' });
  if (error !== undefined) {
    throw error;
  }
  const refusals = new Map<string, string>();
  for (const [, file = '', message = ''] of stdout.matchAll(/file=([^,]+),.*?::(.*)$/gm)) {
    const name = path.relative(folder, file);
    refusals.set(name, `${refusals.get(name) ?? ''}${message}\n`);
  }
  return refusals;
}
