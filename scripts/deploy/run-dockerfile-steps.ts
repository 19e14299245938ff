import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { copyFolder, copySource } from './copy-files.ts';
import { parseDockerfile, type Stage, type Step } from './parse-dockerfile.ts';
import { stepEnvironment } from './step-environment.ts';

/** What a container would be started from. `root` is the folder that takes the place of its file system. */
export type Image = {
  root: string;
  workdir: string;
  env: Record<string, string>;
  user: string;
  port: number;
  healthCommand: string;
  command: readonly string[];
};

export type RunOptions = {
  /** The folder with the Dockerfile and the .dockerignore. */
  context: string;
  buildArgs: Record<string, string>;
  /** An empty folder, in which the stages are made. */
  workspace: string;
};

type StageState = {
  workdir: string;
  env: Record<string, string>;
  args: Record<string, string>;
  image: Partial<Pick<Image, 'user' | 'port' | 'healthCommand' | 'command'>>;
};

const run = promisify(execFile);

/**
 * Runs the steps of a Dockerfile on this machine, without Docker, and returns what the last stage made. Every stage is
 * made in the same folder and moved away when it is done, so that absolute paths in its files are right in the next stage,
 * as they are in a container.
 */
export async function runDockerfileSteps(options: RunOptions): Promise<Image> {
  const root = path.join(options.workspace, 'root');
  const bin = path.join(options.workspace, 'bin');
  await mkdir(bin);
  await symlink(process.execPath, path.join(bin, 'node'));
  const done = new Map<string, StageState>();
  const stages = parseDockerfile(await readFile(path.join(options.context, 'Dockerfile'), 'utf8'));
  for (const [index, stage] of stages.entries()) {
    const state = await beginStage(stage, done, options.workspace);
    for (const step of stage.steps) {
      await runStep(step, state, options, bin);
    }
    if (index === stages.length - 1) {
      return finishImage(root, state);
    }
    const name = stage.name ?? String(index);
    done.set(name, state);
    await rename(root, path.join(options.workspace, name));
  }
  throw new Error('The Dockerfile has no stage.');
}

async function beginStage(
  stage: Stage,
  done: ReadonlyMap<string, StageState>,
  workspace: string,
): Promise<StageState> {
  const root = path.join(workspace, 'root');
  await mkdir(root);
  const parent = done.get(stage.from);
  if (parent === undefined) {
    // A base image from a registry. This machine's own Node and shell are used instead.
    return { workdir: '/', env: {}, args: {}, image: {} };
  }
  await copyFolder(path.join(workspace, stage.from), root);
  return structuredClone(parent);
}

async function runStep(step: Step, state: StageState, options: RunOptions, bin: string): Promise<void> {
  const root = path.join(options.workspace, 'root');
  const fill = (text: string) => fillVariables(text, { ...state.args, ...state.env });
  switch (step.kind) {
    case 'ARG':
      state.args[step.name] = options.buildArgs[step.name] ?? step.fallback ?? '';
      return;
    case 'ENV':
      for (const [name, value] of step.values) {
        state.env[name] = fill(value);
      }
      return;
    case 'WORKDIR':
      state.workdir = fill(step.path);
      await mkdir(path.join(root, state.workdir), { recursive: true });
      return;
    case 'COPY':
      for (const source of step.sources.map(fill)) {
        const from = step.from === null ? null : path.join(options.workspace, step.from);
        const named = fill(step.target);
        const target = path.join(root, named.startsWith('/') ? '' : state.workdir, named);
        await copySource({ context: options.context, from, source, target });
      }
      return;
    case 'RUN':
      await run('sh', ['-c', step.command], {
        cwd: path.join(root, state.workdir),
        env: { ...stepEnvironment(bin), ...state.args, ...state.env },
        maxBuffer: 64 * 1024 * 1024,
      });
      return;
    case 'USER':
      state.image.user = step.name;
      return;
    case 'EXPOSE':
      state.image.port = step.port;
      return;
    case 'HEALTHCHECK':
      state.image.healthCommand = step.command;
      return;
    case 'CMD':
      state.image.command = step.command;
  }
}

function fillVariables(text: string, values: Record<string, string>): string {
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_all, braced, bare) => values[braced ?? bare] ?? '');
}

function finishImage(root: string, { workdir, env, image }: StageState): Image {
  const { user, port, healthCommand, command } = image;
  if (user === undefined || port === undefined || healthCommand === undefined || command === undefined) {
    throw new Error('The last stage needs USER, EXPOSE, HEALTHCHECK and CMD.');
  }
  return { root, workdir, env, user, port, healthCommand, command };
}
