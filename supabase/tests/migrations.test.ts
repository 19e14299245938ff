import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSupabase } from '@gudbro/supabase-local';
import { createNativeTestDatabase, type NativeTestDatabase } from '@gudbro/supabase-local/native';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpSchema } from './support/dump-schema.ts';
import { onEachEngine } from './support/on-each-engine.ts';

const folder = new URL('../', import.meta.url);
const keys = {
  jwtSecret: 'only for this test, which signs nothing at all',
  publishableKey: 'sb_publishable_test',
  secretKey: 'sb_secret_test',
};

async function readMigrationNames(): Promise<string[]> {
  return (await readdir(new URL('migrations/', folder))).sort();
}

describe('starting twice', () => {
  let dataDir: string;
  let native: NativeTestDatabase;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'migrations-'));
    native = await createNativeTestDatabase({ migrationsDir: null });
  });
  afterEach(async () => {
    await native.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it.each(['PGlite', 'native Postgres'])(
    'a second start on %s applies no migration and changes nothing',
    async (engine) => {
      const logged: string[] = [];
      const startAndLook = async () => {
        const logger = {
          info: (line: string) => logged.push(line),
          warn: () => undefined,
          error: () => undefined,
        };
        const target = engine === 'PGlite' ? {} : { databaseUrl: native.databaseUrl };
        const running = await startSupabase({ dataDir, keys, seedFiles: [], logger, ...target });
        try {
          return {
            schema: await dumpSchema((text) => running.query(text)),
            history: await running.query(
              'select * from supabase_migrations.schema_migrations order by version',
            ),
          };
        } finally {
          await running.close();
        }
      };
      const first = await startAndLook();
      const applied = logged.splice(0).filter((line) => line.startsWith('applied'));
      expect(applied).toHaveLength((await readMigrationNames()).length);
      expect(await startAndLook()).toEqual(first);
      expect(logged.filter((line) => line.startsWith('applied'))).toEqual([]);
    },
  );
});

onEachEngine('a database after the migrations', {}, (database) => {
  it('the history lists each migration once, by the fourteen digits of its name', async () => {
    const rows = await database().sql<{ version: string; name: string }>(
      'select version, name from supabase_migrations.schema_migrations order by version',
    );
    expect(rows.map(({ version, name }) => `${version}_${name}.sql`)).toEqual(await readMigrationNames());
    for (const { version } of rows) expect(version).toMatch(/^\d{14}$/);
  });

  it('the migrations insert no account', async () => {
    const [rows] = await database().sql('select count(*)::integer as count from public.accounts');
    expect(rows).toEqual({ count: 0 });
  });
});

onEachEngine('the demo', { seed: true }, (database) => {
  it('demo-dates.sql moves the demo’s stays around today, also a year after the seed', async () => {
    await database().sql(`update public.accom_bookings set check_in_date = check_in_date - 365, check_out_date = check_out_date - 365;
      update public.guest_sessions set expires_at = expires_at - interval '365 days'`);
    await database().sql(await readFile(new URL('demo-dates.sql', folder), 'utf8'));
    const away = await database().sql(
      `select b.booking_code from public.accom_bookings b join public.accom_properties p on p.id = b.property_id
       where not (now() at time zone p.timezone)::date between b.check_in_date + 1 and b.check_out_date - 1`,
    );
    expect(away).toEqual([]);
    const [session] = await database().sql('select expires_at > now() as lasts from public.guest_sessions');
    expect(session).toEqual({ lasts: true });
  });
});
