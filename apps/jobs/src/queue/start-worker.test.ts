import { signRoleKey } from '@gudbro/supabase-local/keys';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from './job.ts';
import { JobError } from './job-error.ts';
import type { JobHandler } from './job-handler.ts';
import { createJobLog } from './job-log.ts';
import { connectOutbox } from './outbox.ts';
import { startWorker, type Worker } from './start-worker.ts';

let database: TestDatabase;
let jobsKey: string;
beforeAll(async () => {
  database = await createNativeTestDatabase();
  jobsKey = await signRoleKey({ jwtSecret: database.keys.jwtSecret, role: 'jobs_api' });
});
afterAll(() => database.close());

let lines: string[] = [];
const workers: Worker[] = [];
beforeEach(async () => {
  lines = [];
  await database.sql('delete from public.jobs where true');
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

/** Starts a process with this handler for its only kind, `test_mail`. */
function start(
  handler: JobHandler,
  options: { send?: typeof fetch; timeLimitMs?: number; slots?: number } = {},
) {
  const outbox = connectOutbox({
    url: database.url,
    publishableKey: database.keys.publishableKey,
    jobsKey,
    fetch: options.send ?? database.fetch,
  });
  const worker = startWorker({
    outbox,
    tools: {
      call: outbox.call,
      sendMail: async () => undefined,
      sendPush: null,
      removeObject: async () => undefined,
      staysUrl: '',
      backofficeUrl: '',
    },
    handlers: { test_mail: handler },
    log: createJobLog(
      (line) => lines.push(line),
      () => new Date(),
    ),
    slots: options.slots ?? 5,
    leaseSeconds: 60,
    idleMs: 10,
    longestIdleMs: 80,
    timeLimitMs: options.timeLimitMs ?? 30_000,
    reportPausesMs: [1, 1, 1],
  });
  workers.push(worker);
  return worker;
}

const enqueue = (key: string, kind = 'test_mail') =>
  database.sql(`select private.enqueue_job($1, $2, p_payload => '{"n": 1}')`, [kind, key]);
const readJobs = () =>
  database.sql<Record<string, unknown>>(
    `select job_key, attempts, outcome, last_error, last_status, dead_at is not null as "isDead", claim is not null as "isClaimed"
     from public.jobs order by job_key`,
  );
const readJob = async () => (await readJobs())[0];

it('does what is due, also what comes later, and reports what was told and what was not', async () => {
  const seen: Job[] = [];
  await enqueue('a');
  start(async (job) => {
    seen.push(job);
    return seen.length === 1 ? 'told' : 'untold';
  });
  await expect.poll(readJob).toMatchObject({ outcome: 'told', attempts: 1 });
  await enqueue('b');
  await expect.poll(async () => (await readJobs())[1]).toMatchObject({ outcome: 'untold' });
  expect(seen[0]).toMatchObject({ kind: 'test_mail', attempt: 1, payload: { n: 1 }, propertyId: null });
});

it('leaves jobs of other kinds to others', async () => {
  await enqueue('a', 'test_push');
  await enqueue('b');
  start(async () => 'told');
  await expect.poll(async () => (await readJobs())[1]).toMatchObject({ outcome: 'told' });
  expect(await readJob()).toMatchObject({ attempts: 0 });
});

it.each([
  ['waits for another try after a failure', { status: 451 }, false],
  ['gives up where trying again cannot help', { status: 550, isFinal: true }, true],
])('%s, and the log has no word of the guest', async (_, options, isDead) => {
  await enqueue('a');
  start(async () => {
    throw new JobError('address_refused', options);
  });
  await expect
    .poll(readJob)
    .toMatchObject({ last_error: 'address_refused', last_status: options.status, isDead });
  await expect.poll(() => lines.length).toBe(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: expect.any(String),
    kind: 'job',
    job: expect.any(String),
    name: 'test_mail',
    attempt: 1,
    outcome: isDead ? 'dead' : 'waiting',
    ms: expect.any(Number),
    error: 'address_refused',
    status: options.status,
  });
});

it('tries again after a fault of ours, and logs where it was without its message', async () => {
  await enqueue('a');
  start(async () => {
    throw new TypeError('Anna Smith has no address');
  });
  await expect.poll(readJob).toMatchObject({ last_error: 'internal', isDead: false });
  await expect.poll(() => lines.join('')).toContain('"fault":"TypeError"');
  expect(lines.join('')).not.toContain('Anna');
});

it('ends what takes too long, and goes on with others', async () => {
  await enqueue('a');
  const signals: AbortSignal[] = [];
  start(
    async (_job, _tools, signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    },
    { timeLimitMs: 50, slots: 1 },
  );
  await expect.poll(readJob).toMatchObject({ last_error: 'took_too_long', isClaimed: false });
  expect(signals[0]?.aborted).toBe(true);
});

it('does as many at the same time as it has slots, and a slow one holds up no other', async () => {
  for (let n = 0; n < 6; n += 1) await enqueue(String(n));
  let running = 0;
  let most = 0;
  const slow = Promise.withResolvers<void>();
  let isFirst = true;
  start(
    async () => {
      running += 1;
      most = Math.max(most, running);
      const waits = isFirst;
      isFirst = false;
      if (waits) await slow.promise;
      running -= 1;
      return 'told';
    },
    { slots: 2 },
  );
  await expect
    .poll(async () => (await readJobs()).filter(({ outcome }) => outcome === 'told'))
    .toHaveLength(5);
  expect(most).toBe(2);
  slow.resolve();
  await expect
    .poll(async () => (await readJobs()).filter(({ outcome }) => outcome === 'told'))
    .toHaveLength(6);
});

it('three processes do sixty jobs, each once', async () => {
  await database.sql(`select private.enqueue_job('test_mail', n::text) from generate_series(1, 60) n`);
  const done: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    start(async (job) => {
      done.push(job.id);
      return 'told';
    });
  }
  await expect.poll(() => done.length).toBe(60);
  expect(new Set(done).size).toBe(60);
});

it('takes nothing more once it is stopped, and finishes what it has begun', async () => {
  await enqueue('a');
  const finished = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const worker = start(async () => {
    begun.resolve();
    await finished.promise;
    return 'told';
  });
  await begun.promise;
  const stopped = worker.stop();
  await enqueue('b');
  finished.resolve();
  await stopped;
  expect(await readJobs()).toMatchObject([{ outcome: 'told' }, { outcome: null, attempts: 0 }]);
});

describe('a database that cannot be reached', () => {
  const outage: typeof fetch = async () => {
    throw new TypeError('fetch failed');
  };

  it('is asked again, and says that the process is not well', async () => {
    let isDown = true;
    await enqueue('a');
    const worker = start(async () => 'told', {
      send: (input, init) => (isDown ? outage : database.fetch)(input, init),
    });
    await expect.poll(() => lines.length).toBeGreaterThan(1);
    expect(worker.lastClaimAt()).toBeNull();
    isDown = false;
    await expect.poll(readJob).toMatchObject({ outcome: 'told' });
    expect(worker.lastClaimAt()).not.toBeNull();
  });

  it('is asked less often the longer it is away', async () => {
    const askedAt: number[] = [];
    start(async () => 'told', {
      send: (input, init) => {
        askedAt.push(performance.now());
        return outage(input, init);
      },
    });
    await expect.poll(() => askedAt.length).toBeGreaterThan(6);
    const waits = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0));
    // A busy machine may lengthen one of the first.
    expect(waits.at(-1)).toBeGreaterThan(Math.min(...waits.slice(0, 3)));
    expect(waits.at(-1)).toBeGreaterThan(59);
  });

  it('gets the report of a job that was done when it is back, and the job is not done twice', async () => {
    await enqueue('a');
    let tries = 0;
    let runs = 0;
    start(
      async () => {
        runs += 1;
        return 'told';
      },
      {
        send: (input, init) => {
          const isReport = String(input).includes('finish_job');
          if (isReport) tries += 1;
          return (isReport && tries <= 2 ? outage : database.fetch)(input, init);
        },
      },
    );
    await expect.poll(readJob).toMatchObject({ outcome: 'told', attempts: 1 });
    expect({ tries, runs }).toEqual({ tries: 3, runs: 1 });
  });
});
