import { runWithinOneMinute, type TestDatabase } from '@gudbro/supabase-local/testing';
import { describe, expect, it } from 'vitest';
import { makeClient } from './support/guest-calls.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { backofficeServer, queryAs, runOnConnection } from './support/people.ts';

interface Try {
  account: string;
  client: string;
  device?: string;
}

const refused = { ok: false, error: 'rate_limited', locked: false, retryAfterSeconds: expect.any(Number) };

async function tryToSignIn(database: TestDatabase, { account, client, device }: Try) {
  const [row] = await queryAs(
    database,
    backofficeServer,
    'select public.admit_sign_in($1, $2, $3) as outcome',
    [account, client, device ?? null],
  );
  return row?.['outcome'];
}

/** The outcomes of the first tries and of the last one. */
async function repeat(database: TestDatabase, count: number, makeTry: () => Try) {
  for (let done = 0; done < count; done += 1)
    expect(await tryToSignIn(database, makeTry())).toEqual({ ok: true });
}

onNativePostgres('the limits of signing in', {}, (database) => {
  it('one address has ten tries in 15 minutes for one account, and then still some for another', async () => {
    await runWithinOneMinute(database(), async () => {
      const [account, client] = [makeClient(), makeClient()];
      await repeat(database(), 10, () => ({ account, client }));
      expect(await tryToSignIn(database(), { account, client })).toEqual(refused);
      expect(await tryToSignIn(database(), { account: makeClient(), client })).toEqual({ ok: true });
    });
  });

  it('one address has 60 tries in 15 minutes for all accounts together', async () => {
    await runWithinOneMinute(database(), async () => {
      const client = makeClient();
      await repeat(database(), 60, () => ({ account: makeClient(), client }));
      expect(await tryToSignIn(database(), { account: makeClient(), client })).toEqual(refused);
    });
  });

  it('a flood from many addresses is slowed for its account and does not keep a browser out that signed in before', async () => {
    await runWithinOneMinute(database(), async () => {
      const account = makeClient();
      await repeat(database(), 200, () => ({ account, client: makeClient() }));
      expect(await tryToSignIn(database(), { account, client: makeClient() })).toEqual(refused);
      expect(await tryToSignIn(database(), { account: makeClient(), client: makeClient() })).toEqual({
        ok: true,
      });
      const known = { account, client: makeClient(), device: makeClient() };
      await repeat(database(), 10, () => known);
      expect(await tryToSignIn(database(), known)).toEqual(refused);
      expect(await tryToSignIn(database(), { ...known, device: makeClient() })).toEqual({ ok: true });
    });
  });

  it('a refused try uses up nothing of the account’s', async () => {
    await runWithinOneMinute(database(), async () => {
      const [account, client] = [makeClient(), makeClient()];
      await repeat(database(), 10, () => ({ account, client }));
      for (let count = 0; count < 195; count += 1) await tryToSignIn(database(), { account, client });
      await repeat(database(), 190, () => ({ account, client: makeClient() }));
    });
  });

  describe.each(['account', 'client', 'device'] as const)('a try whose %s', (part) => {
    it.each(['', 'short', 'x'.repeat(129)])(
      `names the ${part} as "%s" is refused as invalid`,
      async (value) => {
        const attempt = tryToSignIn(database(), {
          account: makeClient(),
          client: makeClient(),
          ...{ [part]: value },
        });
        await expect(attempt).rejects.toMatchObject({ message: 'invalid_request' });
      },
    );
  });

  it('over HTTP backoffice_api admits a try and may do nothing else', async () => {
    const client = database().client('backoffice_api');
    const admitted = await client.rpc('admit_sign_in', { account: makeClient(), client: makeClient() });
    expect(admitted.data).toEqual({ ok: true });
    for (const table of ['accounts', 'rate_limits', 'accom_properties'])
      expect((await client.from(table).select('*')).error?.code).toBe('42501');
    expect((await client.rpc('get_own_account')).error?.code).toBe('42501');
    expect((await client.rpc('get_own_stay', { subject: {} })).error?.code).toBe('42501');
    expect((await client.storage.from('incident-photos').list()).data ?? []).toEqual([]);
  });
});

onNativePostgres('tries at the same time', {}, (database) => {
  it('of 40 tries that one address sends for one account at once, ten are admitted', async () => {
    const connections = database().connect({ max: 8 });
    await runWithinOneMinute(database(), async () => {
      const [account, client] = [makeClient(), makeClient()];
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, () =>
          runOnConnection(
            connections,
            backofficeServer,
            (sql) => sql`select (public.admit_sign_in(${account}, ${client}) ->> 'ok')::boolean as ok`,
          ),
        ),
      );
      expect(outcomes.filter(([row]) => row?.['ok'] === true)).toHaveLength(10);
    });
  });
});

onNativePostgres('the limits of mails', {}, (database) => {
  async function askForMail({ account, client, device }: Try) {
    const [row] = await queryAs(
      database(),
      backofficeServer,
      'select public.admit_mail($1, $2, $3) as outcome',
      [account, client, device ?? null],
    );
    return row?.['outcome'];
  }
  /** As if the last minute had passed. The other counts stay. */
  const passOneMinute = () => database().sql(`delete from public.rate_limits where key like 'mail/minute:%'`);

  it('one address gets one mail a minute, whoever asks', async () => {
    await runWithinOneMinute(database(), async () => {
      const account = makeClient();
      expect(await askForMail({ account, client: makeClient() })).toEqual({ ok: true });
      expect(await askForMail({ account, client: makeClient() })).toEqual(refused);
      expect(await askForMail({ account, client: makeClient(), device: makeClient() })).toEqual(refused);
      expect(await askForMail({ account: makeClient(), client: makeClient() })).toEqual({ ok: true });
    });
  });

  it('a caller asks for three mails to one address and for twenty in all, and is then refused', async () => {
    await runWithinOneMinute(database(), async () => {
      const [account, client] = [makeClient(), makeClient()];
      for (let asked = 0; asked < 3; asked += 1) {
        expect(await askForMail({ account, client })).toEqual({ ok: true });
        await passOneMinute();
      }
      expect(await askForMail({ account, client })).toEqual(refused);
      for (let asked = 3; asked < 20; asked += 1)
        expect(await askForMail({ account: makeClient(), client })).toEqual({ ok: true });
      expect(await askForMail({ account: makeClient(), client })).toEqual(refused);
    });
  });

  it('one stranger cannot keep the mails of an address from its owner', async () => {
    await runWithinOneMinute(database(), async () => {
      const [account, client] = [makeClient(), makeClient()];
      for (let quarter = 0; quarter < 4; quarter += 1) {
        for (let asked = 0; asked < 3; asked += 1) {
          expect(await askForMail({ account, client })).toEqual({ ok: true });
          await passOneMinute();
        }
        // As if a quarter of an hour had passed for this caller.
        await database().sql(`delete from public.rate_limits where key like 'mail/client:%'`);
      }
      expect(await askForMail({ account, client: makeClient() })).toEqual({ ok: true });
    });
  });

  it('strangers cannot fill a mailbox, and the browser of its owner still gets a mail', async () => {
    await runWithinOneMinute(database(), async () => {
      const account = makeClient();
      for (let asked = 0; asked < 15; asked += 1) {
        expect(await askForMail({ account, client: makeClient() })).toEqual({ ok: true });
        await passOneMinute();
      }
      expect(await askForMail({ account, client: makeClient() })).toEqual(refused);
      expect(await askForMail({ account, client: makeClient(), device: makeClient() })).toEqual({ ok: true });
    });
  });
});
