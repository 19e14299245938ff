import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { readDockerignore } from './read-dockerignore.ts';

export type CopySource = {
  context: string;
  /** The folder of another stage. Null for the build context, without what .dockerignore names. */
  from: string | null;
  source: string;
  /** A folder if it ends with a slash. */
  target: string;
};

const run = promisify(execFile);

/** Copies one source of a COPY. Of a folder, its content goes into the target; a file goes to the target or into it. */
export async function copySource({ context, from, source, target }: CopySource): Promise<void> {
  const file = path.join(from ?? context, source);
  const isFolder = (await stat(file)).isDirectory();
  const end = !isFolder && target.endsWith('/') ? path.join(target, path.basename(file)) : target;
  await mkdir(isFolder ? end : path.dirname(end), { recursive: true });
  if (from !== null && isFolder) {
    await copyFolder(file, end);
    return;
  }
  const isIncluded = from === null ? await readContextFilter(context) : () => true;
  await cp(file, end, { recursive: true, verbatimSymlinks: true, filter: isIncluded });
}

/** Copies a folder's content, with links as links. It uses cp(1), which copies a node_modules faster than node:fs. */
export async function copyFolder(folder: string, target: string): Promise<void> {
  await run('cp', ['-a', `${folder}/.`, target]);
}

async function readContextFilter(context: string): Promise<(file: string) => boolean> {
  const isIncluded = readDockerignore(await readFile(path.join(context, '.dockerignore'), 'utf8'));
  return (file) => isIncluded(path.relative(context, file));
}
