import { beforeEach, expect, it } from 'vitest';
import { makeProperty } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { anon, jobsProcess, queryAs, runOnConnection, serviceRole, signUpMember } from './support/people.ts';

type Claimed = {
  id: string;
  claim: string;
  kind: string;
  propertyId: string | null;
  attempt: number;
  payload: unknown;
};

onNativePostgres('the outbox', {}, (database) => {
  const kind = 'test_mail';
  const enqueue = async (key: string, more: { payload?: object; runAt?: string; kind?: string } = {}) => {
    const [row] = await database().sql<{ id: string | null }>(
      `select private.enqueue_job($1, $2, null, null, $3::jsonb, now() + $4::interval) as id`,
      [more.kind ?? kind, key, JSON.stringify(more.payload ?? {}), more.runAt ?? '0'],
    );
    return row?.id ?? null;
  };
  const claim = async (most = 10, kinds = [kind], lease = 60) => {
    const [row] = await queryAs<{ jobs: Claimed[] }>(
      database(),
      jobsProcess,
      'select public.claim_jobs($1::text[], $2, $3) as jobs',
      [kinds, most, lease],
    );
    return row?.jobs ?? [];
  };
  const claimOne = async () => {
    const [job] = await claim(1);
    if (job === undefined) throw new Error('nothing was claimed');
    return job;
  };
  const finish = async (job: Claimed, outcome: string | null = 'told') => {
    const [row] = await queryAs<{ done: boolean }>(
      database(),
      jobsProcess,
      'select public.finish_job($1, $2, $3) as done',
      [job.id, job.claim, outcome],
    );
    return row?.done;
  };
  const fail = async (job: Claimed, error: string, more: { isFinal?: boolean; retryAfter?: number } = {}) => {
    const [row] = await queryAs<{ state: string }>(
      database(),
      jobsProcess,
      'select public.fail_job($1, $2, $3, $4, 451, $5) as state',
      [job.id, job.claim, error, more.isFinal ?? false, more.retryAfter ?? null],
    );
    return row?.state;
  };
  const read = async (id: string) => {
    const [row] = await database().sql<Record<string, unknown>>(
      `select *, extract(epoch from run_at - now())::float as waits from public.jobs where id = $1`,
      [id],
    );
    return row;
  };
  /** As if this time had passed for all jobs. */
  const pass = (time: string) =>
    database().sql(
      'update public.jobs set run_at = run_at - $1::interval, claimed_until = claimed_until - $1::interval where true',
      [time],
    );
  beforeEach(() => database().sql('delete from public.jobs where true'));

  it('a job is claimed with what it says, and once it is finished nobody gets it again', async () => {
    const id = await enqueue('a', { payload: { bookingId: 'b' } });
    const [job, ...others] = await claim();
    expect(others).toEqual([]);
    expect(job).toMatchObject({ id, kind, propertyId: null, attempt: 1, payload: { bookingId: 'b' } });
    expect(await claim()).toEqual([]);
    expect(job && (await finish(job))).toBe(true);
    await pass('1 day');
    expect(await claim()).toEqual([]);
    expect(await read(String(id))).toMatchObject({ outcome: 'told', claim: null, claimed_until: null });
  });

  it('the same event is enqueued once, also when its job is done', async () => {
    expect(await enqueue('a')).not.toBeNull();
    expect(await enqueue('a')).toBeNull();
    expect(await enqueue('a', { kind: 'test_push' })).not.toBeNull();
    await finish(await claimOne());
    expect(await enqueue('a')).toBeNull();
  });

  it('an event that is rolled back leaves no job', async () => {
    await expect(
      database().sql(`do $$ begin perform private.enqueue_job('test_mail', 'gone'); raise 'no'; end $$`),
    ).rejects.toThrow();
    expect(await claim()).toEqual([]);
  });

  it('jobs are claimed from the oldest on, not before their time, and only of the kinds that are asked for', async () => {
    await enqueue('late', { runAt: '1 minute' });
    const second = await enqueue('second', { runAt: '-1 minute' });
    const first = await enqueue('first', { runAt: '-2 minutes' });
    await enqueue('other', { kind: 'test_push' });
    expect((await claim(1)).map(({ id }) => id)).toEqual([first]);
    expect((await claim()).map(({ id }) => id)).toEqual([second]);
    expect(await claim(10, [])).toEqual([]);
  });

  it('the work of a process that ended is taken up after its lease, and the first can finish it no more', async () => {
    await enqueue('a');
    const lost = await claimOne();
    await pass('59 seconds');
    expect(await claim()).toEqual([]);
    await pass('2 seconds');
    const again = await claimOne();
    expect(again).toMatchObject({ id: lost.id, attempt: 2 });
    expect(again.claim).not.toBe(lost.claim);
    expect(await finish(lost)).toBe(false);
    expect(await fail(lost, 'too_late')).toBe('lost');
    expect(await finish(again)).toBe(true);
  });

  it('a process that is late still finishes what nobody else has taken', async () => {
    await enqueue('a');
    const job = await claimOne();
    await pass('1 hour');
    expect(await finish(job)).toBe(true);
  });

  it('a job that ends every process is dead after ten tries', async () => {
    const id = await enqueue('a');
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect((await claimOne()).attempt).toBe(attempt);
      await pass('61 seconds');
    }
    expect(await claim()).toEqual([]);
    expect(await read(String(id))).toMatchObject({ last_error: 'process_ended', dead_at: expect.anything() });
  });

  it('waits longer after each failure, up to six hours and never the same time, and is dead after the tenth', async () => {
    const id = String(await enqueue('a'));
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect(await fail(await claimOne(), 'server_is_down')).toBe(attempt < 10 ? 'waiting' : 'dead');
      waits.push(Number((await read(id))?.['waits']));
      await pass('7 hours 12 minutes');
    }
    for (const [index, seconds] of waits.entries()) {
      const expected = Math.min(30 * 2 ** index, 21_600);
      expect(seconds).toBeGreaterThan(expected * 0.79);
      expect(seconds).toBeLessThan(expected * 1.21);
    }
    expect(new Set(waits.map((seconds, index) => seconds / 2 ** index)).size).toBe(10);
    expect(await claim()).toEqual([]);
    expect(await read(id)).toMatchObject({
      last_error: 'server_is_down',
      last_status: 451,
      dead_at: expect.anything(),
    });
  });

  it('is dead at once where trying again cannot help, and waits as long as a server asks', async () => {
    const dead = String(await enqueue('a'));
    expect(await fail(await claimOne(), 'refused', { isFinal: true })).toBe('dead');
    expect(await read(dead)).toMatchObject({ attempts: 1, dead_at: expect.anything() });
    const waiting = String(await enqueue('b'));
    await fail(await claimOne(), 'busy', { retryAfter: 3600 });
    expect(Number((await read(waiting))?.['waits'])).toBeGreaterThan(3590);
  });

  it.each([
    ['an outcome that does not exist', `public.finish_job($1, $2, 'perhaps')`],
    ['no outcome', 'public.finish_job($1, $2, null)'],
    ['an error with words of a guest', `public.fail_job($1, $2, 'Anna Smith is unknown', false)`],
  ])('refuses %s, and the job stays claimed', async (_, call) => {
    await enqueue('a');
    const job = await claimOne();
    const attempt = queryAs(database(), jobsProcess, `select ${call}`, [job.id, job.claim]);
    await expect(attempt).rejects.toMatchObject({ message: 'invalid_request' });
    expect(await finish(job)).toBe(true);
  });

  it.each([
    [0, 60],
    [101, 60],
    [1, 9],
    [1, 601],
    [null, 60],
    [1, null],
  ])('refuses to claim %s jobs for %s seconds', async (most, lease) => {
    const attempt = queryAs(database(), jobsProcess, `select public.claim_jobs('{}', $1, $2)`, [most, lease]);
    await expect(attempt).rejects.toMatchObject({ message: 'invalid_request' });
  });

  it('the claim of one job opens no other one', async () => {
    await enqueue('a');
    await enqueue('b');
    const [a, b] = await claim();
    expect(a && b && (await finish({ ...a, claim: b.claim }))).toBe(false);
    expect(a && (await finish({ ...a, claim: crypto.randomUUID() }))).toBe(false);
    const claimed = (job: Claimed | undefined, of: string | undefined, what = kind) =>
      database().sql('select (private.claimed_job($1, $2, $3)).id', [job?.id, of, what]);
    expect(await claimed(a, a?.claim)).toEqual([{ id: a?.id }]);
    await expect(claimed(a, b?.claim)).rejects.toMatchObject({ message: 'not_found' });
    await expect(claimed(a, a?.claim, 'test_push')).rejects.toMatchObject({ message: 'not_found' });
    await pass('2 minutes');
    await expect(claimed(a, a?.claim)).rejects.toMatchObject({ message: 'not_found' });
  });

  it('neither a member nor anon enqueues, claims, finishes or reads jobs', async () => {
    const { id } = await makeProperty(database());
    const owner = await signUpMember(database(), id, 'owner');
    for (const person of [owner, anon]) {
      for (const statement of [
        'select * from public.jobs',
        `select private.enqueue_job('x', 'x')`,
        `select public.claim_jobs('{}', 1, 10)`,
        `select public.finish_job(null, null, 'told')`,
        `select public.fail_job(null, null, 'x', false)`,
      ]) {
        await expect(queryAs(database(), person, statement)).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it('over HTTP jobs_api claims and may do nothing else', async () => {
    const client = database().client('jobs_api');
    await enqueue('a');
    const { data } = await client.rpc('claim_jobs', { kinds: [kind], max_jobs: 1, lease_seconds: 60 });
    expect(data).toMatchObject([{ kind, attempt: 1 }]);
    for (const table of ['jobs', 'accounts', 'accom_bookings', 'invitations'])
      expect((await client.from(table).select('*')).error?.code).toBe('42501');
    for (const name of ['get_own_account', 'sweep'])
      expect((await client.rpc(name)).error?.code).toBe('42501');
    expect((await client.rpc('get_own_stay', { subject: {} })).error?.code).toBe('42501');
    expect((await client.storage.from('incident-photos').list()).data ?? []).toEqual([]);
  });

  it('the sweep deletes jobs two weeks after they were done and dead ones after three months, and no other', async () => {
    const ages: [string, string, boolean][] = [
      ['done_at', '13 days', true],
      ['done_at', '15 days', false],
      ['dead_at', '89 days', true],
      ['dead_at', '91 days', false],
      ['created_at', '300 days', true],
    ];
    for (const [column, age] of ages) {
      const outcome = column === 'done_at' ? `, outcome = 'told'` : '';
      await database().sql(
        `update public.jobs set ${column} = now() - $2::interval${outcome} where id = $1`,
        [await enqueue(`${column} ${age}`), age],
      );
    }
    const [swept] = await queryAs<{ done: { jobsDropped: number } }>(
      database(),
      serviceRole,
      'select public.sweep() as done',
    );
    expect(swept?.done.jobsDropped).toBe(2);
    const left = await database().sql<{ job_key: string }>('select job_key from public.jobs');
    expect(left.map((row) => row.job_key).sort()).toEqual(
      ages.flatMap(([column, age, stays]) => (stays ? [`${column} ${age}`] : [])).sort(),
    );
  });
});

onNativePostgres('many processes at the same time', {}, (database) => {
  it('of 1,000 jobs that eight processes claim, each is claimed once', async () => {
    await database().sql(`select private.enqueue_job('test_mail', n::text) from generate_series(1, 1000) n`);
    const connections = database().connect({ max: 8 });
    const work = async () => {
      const ids: string[] = [];
      for (;;) {
        const [row] = await runOnConnection(
          connections,
          jobsProcess,
          (sql) => sql<{ jobs: Claimed[] }[]>`select public.claim_jobs('{test_mail}', 7, 60) as jobs`,
        );
        const jobs = row?.jobs ?? [];
        if (jobs.length === 0) return ids;
        ids.push(...jobs.map(({ id }) => id));
        await runOnConnection(connections, jobsProcess, async (sql) => {
          for (const { id, claim } of jobs) await sql`select public.finish_job(${id}, ${claim}, 'told')`;
        });
      }
    };
    const claimed = (await Promise.all(Array.from({ length: 8 }, work))).flat();
    expect(claimed).toHaveLength(1000);
    expect(new Set(claimed).size).toBe(1000);
    const [left] = await database().sql(
      'select count(*)::integer as n from public.jobs where done_at is null',
    );
    expect(left).toEqual({ n: 0 });
  });
});
