import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillEnvExample, makeComposeSecrets } from './make-compose-env.ts';
import { parseDockerfile } from './parse-dockerfile.ts';
import { readDockerignore } from './read-dockerignore.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const namesIn = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();

/** The text of one service of compose.yaml. */
function serviceOf(name: string): string {
  const [, service] = new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(read('compose.yaml')) ?? [];
  if (service === undefined) {
    throw new Error(`compose.yaml has no service ${name}.`);
  }
  return service;
}

describe('the Dockerfile', () => {
  const dockerfile = read('Dockerfile');
  const manifest = JSON.parse(read('package.json'));

  test('uses only instructions that the test of its steps runs', () => {
    expect(parseDockerfile(dockerfile).map((stage) => stage.from)).toEqual([
      'node:24.21.0-slim',
      ...Array(4).fill('base'),
    ]);
  });

  test('has the versions of Node, pnpm and turbo that the repository has', () => {
    expect(namesIn(dockerfile, /node:([\d.]+)-slim/g)).toEqual([manifest.optionalDependencies.node]);
    expect(namesIn(dockerfile, /(pnpm@[\d.]+)/g)).toEqual([manifest.packageManager]);
    const [, turbo] = /^ {2}turbo: (.+)$/m.exec(read('pnpm-workspace.yaml')) ?? [];
    expect(namesIn(dockerfile, /turbo@([\d.]+)/g)).toEqual([turbo]);
  });

  test('ends as a user who is not root, with a health check', () => {
    const steps = parseDockerfile(dockerfile).at(-1)?.steps ?? [];
    expect(steps).toContainEqual({ kind: 'USER', name: 'node' });
    expect(steps.map((step) => step.kind)).toContain('HEALTHCHECK');
  });
});

describe('.dockerignore', () => {
  const isIncluded = readDockerignore(read('.dockerignore'));

  test.each([
    '.env',
    '.env.local',
    'apps/stays/.env',
    '.data/keys.json',
    '.git/config',
    'node_modules/x/y.js',
  ])('leaves %s out of every layer', (file) => {
    expect(isIncluded(file)).toBe(false);
  });

  test.each([
    'package.json',
    'apps/stays/server.ts',
    'apps/stays/public/icon.svg',
    'packages/ui/src/tokens.css',
  ])('lets %s in', (file) => {
    expect(isIncluded(file)).toBe(true);
  });
});

describe('compose.yaml', () => {
  test('needs the variables that .env.example explains, and no others', () => {
    expect(namesIn(read('compose.yaml'), /\$\{(\w+)/g)).toEqual(namesIn(read('.env.example'), /^(\w+)=/gm));
  });

  test.each(['stays', 'backoffice', 'jobs'])('gives %s each variable it reads', (app) => {
    const isLeftOut = (name: string) =>
      // The Dockerfile sets these, or only the demo on plain http and tests use them.
      [
        'HOST',
        'STAYS_PORT',
        'BACKOFFICE_PORT',
        'JOBS_PORT',
        'ALLOW_INSECURE_COOKIES',
        'MAILS_SHOWN_AT',
        'JOB_MAILS_SHOWN_AT',
        'PUSH_STAND_IN',
      ].includes(name);
    const wanted = namesIn(read(`apps/${app}/src/env.ts`), /^ {2}([A-Z_]+):/gm);
    expect(namesIn(serviceOf(app), /^ {6}([A-Z_]+):/gm)).toEqual(wanted.filter((name) => !isLeftOut(name)));
  });

  test.each(['stays', 'backoffice', 'jobs', 'auth', 'rest', 'storage'])(
    'publishes no port of %s',
    (service) => {
      expect(serviceOf(service)).not.toContain('ports:');
    },
  );

  test.each(['gateway', 'db'])('publishes %s only on this machine', (service) => {
    expect(serviceOf(service)).toMatch(/ports: \['127\.0\.0\.1:\d+:\d+'\]/);
  });

  test('pins each image to a version', () => {
    for (const image of namesIn(read('compose.yaml'), /image: (.+)$/gm)) {
      expect(image).toMatch(/:v?\d+\.\d+/);
    }
  });
});

test('compose-env fills in every secret that compose.yaml requires, and makes new ones each time', async () => {
  const make = async () => fillEnvExample(read('.env.example'), await makeComposeSecrets(new Date()));
  const [first, second] = [await make(), await make()];
  for (const name of namesIn(read('compose.yaml'), /\$\{(\w+):\?\}/g)) {
    expect(first).toMatch(new RegExp(`^${name}=.+$`, 'm'));
  }
  const secretOf = (text: string) => /^POSTGRES_PASSWORD=(.+)$/m.exec(text)?.[1];
  expect(secretOf(first)).not.toBe(secretOf(second));
});
