import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

type Env = Record<string, string | undefined>;

/**
 * Finds a browser for the end-to-end tests: the one in CHROMIUM_PATH, else an installed one, else Debian's package, which
 * root may install, else Playwright's download. Throws if there is none. An empty path means Playwright's own browser.
 */
export function findBrowser(env: Env): string {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    return requireExecutable(named);
  }
  return findInstalled(env) ?? installFromDebian(env) ?? downloadWithPlaywright() ?? throwNoBrowser();
}

/**
 * Finds Chromium's headless shell, which root may install on Debian. It draws pages as Chromium does, without a toolbar for
 * each page, so the journeys are quicker in it. It has no push messages. Null where there is none, or where `CHROMIUM_PATH`
 * names the browser of all journeys.
 */
export function findHeadlessShell(env: Env, install = installDebianPackages): string | null {
  const names = ['chromium-headless-shell'];
  if (env['CHROMIUM_PATH']) {
    return null;
  }
  return findOnPath(names, env) ?? (install(names) ? findOnPath(names, env) : null);
}

function requireExecutable(file: string): string {
  if (!isExecutable(file)) {
    throw new Error(`CHROMIUM_PATH names ${file}, which cannot be run.`);
  }
  return file;
}

function findInstalled(env: Env): string | null {
  return findOnPath(names, env) ?? macApps.find(isExecutable) ?? null;
}

/** Finds the first of these programs that is installed. */
export function findOnPath(programs: readonly string[], env: Env): string | null {
  const folders = (env['PATH'] ?? '').split(path.delimiter);
  const candidates = programs.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not a fault: the caller asks whether it can be run
  }
}

function installFromDebian(env: Env): string | null {
  return installDebianPackages(['chromium']) ? findInstalled(env) : null;
}

/** Installs packages, which root on Debian may; Ubuntu's browsers are snaps. Returns whether they are installed now. */
export function installDebianPackages(packages: readonly string[]): boolean {
  const isDebian =
    existsSync('/etc/debian_version') && !readFileSync('/etc/os-release', 'utf8').includes('ID=ubuntu');
  if (!isDebian || process.getuid?.() !== 0) {
    return false;
  }
  process.stdout.write(`Installing ${packages.join(', ')} with apt-get.\n`);
  const apt = ['install', '-y', '-qq', ...packages];
  return runs('apt-get', ['update', '-qq']) && runs('apt-get', apt);
}

function downloadWithPlaywright(): string | null {
  process.stdout.write('No browser found: trying the download of Playwright.\n');
  if (!runs('playwright', ['install', 'chromium'])) {
    return null;
  }
  // With an empty path Playwright uses the browser it has downloaded.
  return '';
}

function runs(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    return true;
  } catch {
    return false; // the command has printed its error; the caller tries the next way
  }
}

function throwNoBrowser(): never {
  throw new Error(
    'The end-to-end tests need a browser: install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}
