import type postgres from 'postgres';
import { expect, it, onTestFinished } from 'vitest';
import { signRoleKey } from '../sign-role-key.ts';
import { startSupabase } from '../start-supabase.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';
import { startNativePostgres } from '../testing/start-native-postgres.ts';
import { makeTempDir } from '../testing/temp-dir.ts';
import { openPostgres } from './open-postgres.ts';

const keys = {
  jwtSecret: 'a secret of the tests, long enough for HS256',
  publishableKey: 'sb_publishable_test',
  secretKey: 'sb_secret_test',
};
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The stack on a Postgres of its own, with a function that tells what it was given. */
async function startOnPostgres() {
  const postgres = await startNativePostgres({ durable: true });
  onTestFinished(postgres.close);
  const databaseUrl = await postgres.createDatabase('stack');
  const dataDir = await makeTempDir();
  const stack = await startSupabase({ ...fixtureSources, dataDir, databaseUrl, keys, logger });
  onTestFinished(stack.close);
  await stack.query(`
    create function public.describe_json(given jsonb) returns jsonb language sql as
      $$ select jsonb_build_object('type', jsonb_typeof(given), 'value', given) $$;
    grant execute on function public.describe_json(jsonb) to guest_api`);
  const token = await signRoleKey({ jwtSecret: keys.jwtSecret, role: 'guest_api' });
  const describe = (given: unknown) =>
    fetch(`${stack.url}/rest/v1/rpc/describe_json`, {
      method: 'POST',
      headers: {
        apikey: keys.publishableKey,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ given }),
    });
  return { postgres, describe };
}

it('a function on native Postgres gets a JSON object or list as such, and not its text', async () => {
  const { describe } = await startOnPostgres();
  for (const [type, value] of [
    ['object', { a: [1, 'two'] }],
    ['array', [{ a: 1 }, { b: null }]],
  ]) {
    expect(await (await describe(value)).json()).toEqual({ type, value });
  }
});

it('responds as PostgREST does while Postgres is down, and works again as soon as it is back', async () => {
  const { postgres, describe } = await startOnPostgres();
  expect((await describe({})).status).toBe(200);
  await postgres.kill();
  // The server's own processes end a moment later than it does.
  await expect.poll(async () => (await describe({})).status).toBe(503);
  const responses = await Promise.all([describe({}), describe({}), describe({})]);
  for (const response of responses) {
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'PGRST001' });
  }
  await postgres.restart();
  expect((await describe({})).status).toBe(200);
});

it('a connection that Postgres closed is not handed to the next request', async () => {
  const server = await startNativePostgres({ durable: true });
  onTestFinished(server.close);
  const database = await openPostgres(server.url, { max: 1 });
  onTestFinished(database.close);
  const driver = database.connection.driver as postgres.Sql; // the driver of this engine
  const lost = await driver.reserve();
  await lost.unsafe('select 1');
  const waiting = lost.unsafe('select pg_sleep(60)').catch(() => 'refused');
  await server.kill();
  expect(await waiting).toBe('refused');
  lost.release();
  await server.restart();
  const next = await driver.reserve();
  expect([...(await next.unsafe('select 1 as one'))]).toEqual([{ one: 1 }]);
  next.release();
});
