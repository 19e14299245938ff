import { signRoleKey } from '@gudbro/supabase-local/keys';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type JobsProcess, runJobsProcess } from './testing/run-process.ts';
import { type MailServer, startMailServer } from './testing/start-mail-server.ts';

// The whole way: a request from the property's page, the desk's answer, a process of its own, a mail server.

let database: TestDatabase;
let settings: Record<string, string>;
let server: MailServer;
const processes: JobsProcess[] = [];

beforeAll(async () => {
  database = await createNativeTestDatabase({ seed: true, siteUrl: 'http://desk.example' });
  settings = {
    SUPABASE_URL: await database.listen(),
    SUPABASE_PUBLISHABLE_KEY: database.keys.publishableKey,
    SUPABASE_JOBS_KEY: await signRoleKey({ jwtSecret: database.keys.jwtSecret, role: 'jobs_api' }),
    STAYS_URL: 'https://stays.example.com',
    BACKOFFICE_URL: 'https://desk.example.com',
    MAIL_FROM: 'GudBro Stays <stays@example.com>',
  };
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await startMailServer();
  await database.sql('delete from public.jobs where true');
});
afterEach(async () => {
  for (const { kill, ended } of processes.splice(0)) {
    kill('SIGKILL');
    await ended;
  }
  await server.close();
});

async function start(changes: Record<string, string> = {}) {
  const running = await runJobsProcess({ ...settings, SMTP_URL: server.url, ...changes });
  processes.push(running);
  return running;
}

let nights = 0;

/** A guest asks for a bed on the page of the demo's hotel, in Vietnamese, and the desk confirms. */
async function requestAndConfirm(): Promise<string> {
  nights += 1;
  const [offer] = await database.sql<{ id: string; day: string }>(
    `select r.offer_id as id, ((now() at time zone p.timezone)::date + 60 + $1::integer)::text as day
     from public.accom_rooms r join public.accom_properties p on p.id = r.property_id
     where p.slug = 'sunset-hotel' and r.room_number = '204'`,
    [nights],
  );
  const { data, error } = await database.client('guest_api').rpc('request_booking', {
    slug: 'sunset-hotel',
    offer_id: offer?.id,
    bed: '',
    check_in: offer?.day,
    check_out: new Date(Date.parse(offer?.day ?? '') + 86_400_000).toISOString().slice(0, 10),
    guest_name: 'Trần Thị Ánh',
    guest_last_name: 'Trần',
    guest_email: 'anh@example.com',
    guest_phone: '',
    guest_count: 1,
    client: crypto.randomUUID().replaceAll('-', ''),
    request_key: crypto.randomUUID(),
    locale: 'vi',
  });
  expect(error).toBeNull();
  const { bookingCode } = data as { bookingCode: string }; // an outcome that is ok has it
  await database.sql(`update public.accom_bookings set status = 'confirmed' where booking_code = $1`, [
    bookingCode,
  ]);
  return bookingCode;
}

/** As if the minute were over in which the desk may undo its answer. */
const passMinute = () => database.sql('update public.jobs set run_at = now() where done_at is null');
const readJob = async () =>
  (
    await database.sql<Record<string, unknown>>(
      `select attempts, outcome, last_error, dead_at is not null as "isDead" from public.jobs
       where kind not like 'notification%'`, // what the members of the place are told of the request
    )
  )[0];

it('mails the answer to a request in the language of its guest, once the minute is over', async () => {
  const code = await requestAndConfirm();
  const running = await start();
  await expect.poll(() => running.lines.length).toBeGreaterThan(0);
  expect(server.mails).toEqual([]);
  await passMinute();
  await expect.poll(readJob).toMatchObject({ outcome: 'told', attempts: 1 });
  const [mail] = server.mails;
  expect(server.recipients).toEqual(['anh@example.com']);
  expect(mail?.subject).toBe('Sunset Hotel: kỳ lưu trú của quý khách đã được xác nhận');
  expect(mail?.subject).not.toMatch(/Trần|BK-/);
  expect(mail?.text).toContain('Xin chào Trần Thị Ánh,');
  expect(mail?.text).toContain(`https://stays.example.com/stay/${code}`);
  expect(mail?.from?.value).toEqual([{ name: 'Sunset Hotel', address: 'stays@example.com' }]);
  expect(running.lines.join('\n')).not.toMatch(/anh@|Trần|BK-/);
});

it('sends nothing where the answer was undone before', async () => {
  const code = await requestAndConfirm();
  await database.sql(`update public.accom_bookings set status = 'pending' where booking_code = $1`, [code]);
  await passMinute();
  await start();
  await expect.poll(readJob).toMatchObject({ outcome: 'untold' });
  expect(server.mails).toEqual([]);
});

it('tries again after a refusal for now, and gives up an address that is refused for good', async () => {
  await requestAndConfirm();
  await passMinute();
  server.plan = { recipient: { status: 451 } };
  await start();
  await expect.poll(readJob).toMatchObject({ last_error: 'mail_server_busy', isDead: false });
  server.plan = { recipient: { status: 550 } };
  await passMinute();
  await expect.poll(readJob).toMatchObject({ last_error: 'address_refused', isDead: true, attempts: 2 });
  expect(server.mails).toEqual([]);
});

it('the mail of a process that was killed between sending and reporting comes again as the same one', async () => {
  await requestAndConfirm();
  await passMinute();
  server.plan = { data: 'hang' };
  const killed = await start();
  await expect.poll(() => server.mails.length).toBe(1);
  killed.kill('SIGKILL');
  await killed.ended;
  server.plan = {};
  await start();
  // As if the lease were over.
  await database.sql('update public.jobs set claimed_until = now() where claim is not null');
  await expect.poll(readJob).toMatchObject({ outcome: 'told', attempts: 2 });
  expect(server.mails).toHaveLength(2);
  expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(1);
});

it('ends by SIGTERM after the mail that it is sending', async () => {
  await requestAndConfirm();
  await passMinute();
  server.plan = { data: 'hang' };
  const stopped = await start();
  await expect.poll(() => server.mails.length).toBe(1);
  stopped.kill('SIGTERM');
  // The server that closes refuses the mail for now, and that is still reported.
  await server.close();
  expect(await stopped.ended).toBe(0);
  expect(await readJob()).toMatchObject({ last_error: 'mail_server_busy', isDead: false });
  server = await startMailServer();
});

it('shows the mail on the page of the embedded Supabase where there is no mail server', async () => {
  await requestAndConfirm();
  await passMinute();
  await start({ SMTP_URL: '', MAIL_FROM: '', MAILS_SHOWN_AT: `${settings['SUPABASE_URL']}/_mail` });
  await expect.poll(readJob).toMatchObject({ outcome: 'told' });
  expect(database.mails()[0]).toMatchObject({ to: 'anh@example.com', from: 'jobs' });
});

it('mails the code of a booking that the desk asks to send', async () => {
  const [booking] = await database.sql<{ id: string }>(
    `update public.accom_bookings set guest_email = 'sarah@example.com' where booking_code = 'BK-GUEST2' returning id, property_id`,
  );
  await database.sql(
    `select private.enqueue_job('booking_code_mail', 'a', property_id, id) from public.accom_bookings where id = $1`,
    [booking?.id],
  );
  await start();
  await expect.poll(readJob).toMatchObject({ outcome: 'told' });
  expect(server.mails[0]?.text).toContain('BK-GUEST2');
  expect(server.mails[0]?.subject).not.toContain('BK-');
});
