import { signRoleKey } from '@gudbro/supabase-local/keys';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeVapidKeyPair } from '../push/vapid-keys.ts';
import { type JobsProcess, runJobsProcess } from '../testing/run-process.ts';
import { type MailServer, startMailServer } from '../testing/start-mail-server.ts';
import { type Browser, type PushService, startPushService } from '../testing/start-push-service.ts';

// The whole way: a guest's order, the database, a process of its own, a mail server and a push service.

const vapid = makeVapidKeyPair();
let database: TestDatabase;
let settings: Record<string, string>;
let mailServer: MailServer;
let pushService: PushService;
let staffClient: Awaited<ReturnType<TestDatabase['signUp']>>;
let running: JobsProcess | undefined;

beforeAll(async () => {
  database = await createNativeTestDatabase({ seed: true });
  [mailServer, pushService] = await Promise.all([startMailServer(), startPushService()]);
  settings = {
    SUPABASE_URL: await database.listen(),
    SUPABASE_PUBLISHABLE_KEY: database.keys.publishableKey,
    SUPABASE_JOBS_KEY: await signRoleKey({ jwtSecret: database.keys.jwtSecret, role: 'jobs_api' }),
    STAYS_URL: 'https://stays.example.com',
    BACKOFFICE_URL: 'https://desk.example.com',
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'GudBro Stays <stays@example.com>',
    VAPID_PUBLIC_KEY: vapid.publicKey,
    VAPID_PRIVATE_KEY: vapid.privateKey,
    VAPID_SUBJECT: 'mailto:ops@example.com',
    PUSH_STAND_IN: pushService.url,
  };
  staffClient = await database.signUp('desk@example.com');
  await database.sql(
    `insert into public.property_members (property_id, account_id, role)
     select p.id, a.id, 'staff' from public.accom_properties p, public.accounts a
     where p.slug = 'sunset-hotel' and a.email = 'desk@example.com'`,
  );
  await choose({ byMail: ['order_new'], byPush: ['order_new', 'report_new'] });
});
afterAll(async () => {
  await Promise.all([mailServer.close(), pushService.close()]);
  await database.close();
});
beforeEach(async () => {
  for (const table of ['jobs', 'notifications', 'push_subscriptions']) {
    await database.sql(`delete from public.${table} where true`);
  }
  pushService.received = [];
  pushService.plan.clear();
  mailServer.mails = [];
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
});

const sunset = `(select id from public.accom_properties where slug = 'sunset-hotel')`;
const asDesk = (text: string, params: unknown[]) =>
  database.as(
    'authenticated',
    JSON.parse(Buffer.from(staffClient.accessToken.split('.')[1] ?? '', 'base64url').toString()),
    (sql) => sql(text, params),
  );
const choose = ({ byMail, byPush }: { byMail: string[]; byPush: string[] }) =>
  asDesk(
    `select public.save_notification_preferences(${sunset}, '{}', $1::text[], $2::text[], null, null, true, 'en')`,
    [byMail, byPush],
  );
const subscribe = async (): Promise<Browser> => {
  const browser = pushService.subscribe(vapid.publicKey);
  await asDesk('select public.save_push_subscription($1, $2, $3)', [
    browser.endpoint,
    browser.p256dh,
    browser.authSecret,
  ]);
  return browser;
};
/** An order of the demo's guest Sarah Johnson, in room 203. */
const order = async () => {
  const [placed] = await database.sql<{ id: string }>(
    `insert into public.accom_service_orders (property_id, room_id, booking_id, total, currency, notes)
     select property_id, room_id, id, 0, 'VND', 'For Sarah, no sugar' from public.accom_bookings
     where booking_code = 'BK-GUEST2' returning id`,
  );
  return placed?.id ?? '';
};
const passTime = () => database.sql('update public.jobs set run_at = now() where done_at is null');
const readJobs = (kind: string) =>
  database.sql<Record<string, unknown>>(
    `select attempts, outcome, last_error, last_status, dead_at is not null as "isDead",
       extract(epoch from run_at - now())::float as waits
     from public.jobs where kind = $1 order by created_at`,
    [kind],
  );
const start = async () => {
  running = await runJobsProcess(settings);
};

it('pushes that there is an order to the browser of the desk, which reads no word of the guest', async () => {
  const browser = await subscribe();
  await order();
  await start();
  await expect.poll(() => pushService.received.length).toBe(1);
  expect(pushService.received[0]).toMatchObject({
    endpoint: browser.endpoint,
    message: { title: 'Sunset Hotel', body: 'New order', unread: 0 },
    subject: 'mailto:ops@example.com',
    urgency: 'high',
  });
  expect(JSON.stringify(pushService.received)).not.toMatch(/Sarah|Johnson|sugar/);
  expect(running?.lines.join('\n')).not.toMatch(/mozilla|Sarah/);
  await expect.poll(() => readJobs('notification_push')).toMatchObject([{ outcome: 'told' }]);
});

it('mails ten orders as one mail, without a name in it', async () => {
  for (let n = 0; n < 10; n += 1) await order();
  await passTime();
  await start();
  await expect.poll(() => mailServer.mails.length).toBe(1);
  const [mail] = mailServer.mails;
  expect(mail?.subject).toBe('10 notifications · Sunset Hotel');
  expect(mail?.text?.match(/New order: Room 203/g)).toHaveLength(10);
  expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/Sarah|Johnson|sugar/);
});

it('sends nothing of an order that somebody confirmed before', async () => {
  await subscribe();
  const id = await order();
  await database.sql(`update public.accom_service_orders set status = 'confirmed' where id = $1`, [id]);
  await passTime();
  await start();
  await expect.poll(() => readJobs('notification_push')).toMatchObject([{ outcome: 'untold' }]);
  await expect.poll(() => readJobs('notification_mail')).toMatchObject([{ outcome: 'untold' }]);
  expect([pushService.received, mailServer.mails]).toEqual([[], []]);
});

it.each([404, 410])('forgets a browser that its push service answers with %i', async (status) => {
  const browser = await subscribe();
  pushService.plan.set(browser.endpoint, { status });
  await order();
  await start();
  await expect.poll(() => readJobs('notification_push')).toMatchObject([{ outcome: 'untold' }]);
  expect(await database.sql('select from public.push_subscriptions')).toEqual([]);
});

it.each([
  [429, { 'retry-after': '300' }, 295],
  [500, {}, 20],
])('tries again later after %i', async (status, headers, atLeast) => {
  const browser = await subscribe();
  pushService.plan.set(browser.endpoint, { status, headers });
  await order();
  await start();
  await expect
    .poll(() => readJobs('notification_push'))
    .toMatchObject([{ last_error: 'push_service_busy', last_status: status, isDead: false }]);
  const [job] = await readJobs('notification_push');
  expect(job?.['waits']).toBeGreaterThan(atLeast);
  pushService.plan.clear();
  await passTime();
  await expect.poll(() => pushService.received.length).toBe(1);
});

it('gives up what a push service refuses for good, and tells nobody of that by push', async () => {
  const browser = await subscribe();
  pushService.plan.set(browser.endpoint, { status: 403 });
  await order();
  await start();
  await expect
    .poll(() => readJobs('notification_push'))
    .toMatchObject([{ last_error: 'push_refused', last_status: 403, isDead: true }]);
  const told = await database.sql(`select from public.notifications where kind = 'job_failed'`);
  expect(told).toEqual([]);
});

it.each([
  ['report_due_soon', `escalates_at = now(), due_at = now() + interval '9 minutes'`, 'A report is due soon'],
  ['report_overdue', 'due_at = now()', 'Report overdue'],
])('tells of a report: %s', async (kind, change, body) => {
  await choose({ byMail: [kind], byPush: [kind] });
  await subscribe();
  await database.sql(
    `insert into public.incidents (property_id, room_id, booking_id, title, priority)
     select property_id, room_id, id, 'Leak over the bed of Sarah', 'urgent' from public.accom_bookings where booking_code = 'BK-GUEST2'`,
  );
  await database.sql(`update public.incidents set ${change} where title like 'Leak%'`);
  await passTime();
  await start();
  await expect.poll(() => pushService.received.length).toBe(1);
  expect(pushService.received[0]).toMatchObject({ message: { body }, urgency: 'high' });
  await passTime();
  await expect.poll(() => mailServer.mails.length).toBe(1);
  expect(mailServer.mails[0]?.subject).toBe(`${body} · Sunset Hotel`);
  expect(JSON.stringify([pushService.received, mailServer.mails])).not.toContain('Sarah');
});
