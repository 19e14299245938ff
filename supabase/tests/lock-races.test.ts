import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { makeClient, makePhone, type Outcome, verifyRoom } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { runOnConnection, staysServer } from './support/people.ts';

const right = { lastName: 'Johnson' };

async function makeStay(database: TestDatabase): Promise<string> {
  const room = await makeRoom(database, await makeProperty(database));
  await makeBooking(database, room);
  return room.room_code;
}

const readAttempts = (database: TestDatabase, code: string) =>
  database.sql(
    'select failures_of_day, locks from public.access_attempts where code = $1 order by length(source)',
    [code],
  );

const readTries = (outcomes: Outcome[]) =>
  outcomes.map(({ triesLeft }) => triesLeft).filter((tries) => tries !== undefined);

onNativePostgres('wrong answers at the same time', {}, (database) => {
  /** Sends wrong answers at once, each on a connection of its own. */
  async function failAtOnce(code: string, clients: string[], phone: unknown = null): Promise<Outcome[]> {
    const connections = database().connect({ max: 50 });
    const outcomes = await Promise.all(
      clients.map((client) =>
        runOnConnection(connections, staysServer, async (sql) => {
          const [row] = await sql<{ outcome: Outcome }[]>`
            select public.verify_room_access(${code}, '{"lastName": "wrong"}', ${client}, null, ${sql.json(phone as null)}) as outcome`;
          return row?.outcome ?? {};
        }),
      ),
    );
    await connections.end();
    return outcomes;
  }

  it('of 30 from one address five a minute are checked, and the tenth locks it', async () => {
    const code = await makeStay(database());
    const clients = Array<string>(30).fill(makeClient());
    const checked: Outcome[] = [];
    for (let minute = 0; minute < 3; minute += 1) {
      await database().sql('delete from public.rate_limits');
      checked.push(...(await failAtOnce(code, clients)));
    }
    expect(readTries(checked)).toHaveLength(10);
    expect(new Set(readTries(checked))).toEqual(new Set([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]));
    expect(await readAttempts(database(), code)).toEqual([
      { failures_of_day: 10, locks: 0 },
      { failures_of_day: 10, locks: 1 },
    ]);
  });

  it('of 100 from as many addresses 50 are checked and 50 are locked out', async () => {
    const code = await makeStay(database());
    const outcomes = await failAtOnce(code, Array.from({ length: 100 }, makeClient));
    expect(outcomes.filter(({ error }) => error === 'verification_failed')).toHaveLength(50);
    expect(outcomes.filter(({ locked }) => locked === true)).toHaveLength(50);
    expect(await verifyRoom(database(), code, right)).toMatchObject({ locked: true });
    expect((await readAttempts(database(), code))[0]).toEqual({ failures_of_day: 50, locks: 0 });
  });

  it('of 30 from a known phone at many addresses five a minute are checked, and all fifty tries of strangers are left', async () => {
    await runWithinOneMinute(database(), async () => {
      const code = await makeStay(database());
      const phone = makePhone();
      await verifyRoom(database(), code, right, makeClient(), null, phone);
      await database().sql('delete from public.rate_limits');
      const outcomes = await failAtOnce(code, Array.from({ length: 30 }, makeClient), phone);
      expect(readTries(outcomes).sort()).toEqual([5, 6, 7, 8, 9]);
      expect(await readAttempts(database(), code)).toEqual([{ failures_of_day: 5, locks: 0 }]);
    });
  });

  it('right and wrong answers at the same time cause no deadlock and no error', async () => {
    const code = await makeStay(database());
    const phone = makePhone();
    const calls = Array.from({ length: 40 }, (_, index) =>
      verifyRoom(
        database(),
        code,
        index % 4 === 0 ? right : { lastName: 'wrong' },
        makeClient(),
        null,
        phone,
      ),
    );
    const outcomes = await Promise.all(calls);
    expect(outcomes.filter(({ ok }) => ok === true).length).toBeGreaterThan(0);
    const phones = await database().sql('select id from public.stay_phones where key_hash = $1', [
      phone.keyHash,
    ]);
    expect(phones).toHaveLength(1);
  });
});
