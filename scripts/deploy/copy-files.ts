import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { readDockerignore } from './read-dockerignore.ts';

export type CopySource = {
  context: string;
  /** The folder that stands for another stage; null: the context, without what .dockerignore names. */
  from: string | null;
  source: string;
  /** With a slash at its end: a folder. */
  target: string;
};

const run = promisify(execFile);

/** Copies one source of a COPY: the content of a folder into the target, a file to it or into it. */
export async function copySource({ context, from, source, target }: CopySource): Promise<void> {
  const file = path.join(from ?? context, source);
  const isFolder = (await stat(file)).isDirectory();
  const end = !isFolder && target.endsWith('/') ? path.join(target, path.basename(file)) : target;
  await mkdir(isFolder ? end : path.dirname(end), { recursive: true });
  if (from !== null && isFolder) {
    await copyFolder(file, end);
    return;
  }
  const goesIn = from === null ? await readContextFilter(context) : () => true;
  await cp(file, end, { recursive: true, verbatimSymlinks: true, filter: goesIn });
}

/** The content of one folder into another, with links as links: a node_modules is faster copied by cp(1) than by node:fs. */
export async function copyFolder(folder: string, target: string): Promise<void> {
  await run('cp', ['-a', `${folder}/.`, target]);
}

async function readContextFilter(context: string): Promise<(file: string) => boolean> {
  const goesIn = readDockerignore(await readFile(path.join(context, '.dockerignore'), 'utf8'));
  return (file) => goesIn(path.relative(context, file));
}
