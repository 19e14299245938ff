import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailServer, type MailServerPlan, startMailServer } from '../testing/start-mail-server.ts';
import type { Mail } from './mail.ts';
import { createSmtpSender } from './send-by-smtp.ts';

const from = { name: 'GudBro Stays', address: 'stays@example.com' };
const mail: Mail = {
  jobId: '6f1c0a52-8a43-4d0e-9f6b-0d9f2a7c1b11',
  to: 'huong@example.com',
  fromName: 'Nhà Đèn Lồng',
  replyTo: 'desk@example.com',
  subject: 'Nhà Đèn Lồng: kỳ nghỉ của bạn',
  text: 'Xin chào',
  html: '<p>Xin chào</p>',
  locale: 'vi',
};
const inTime = () => AbortSignal.timeout(60_000);

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

const send = (changes: Partial<Mail> = {}, signal = inTime()) =>
  createSmtpSender({ url: server.url, from })({ ...mail, ...changes }, signal);

it('sends a mail in the name of the place, with both texts, its language and where an answer goes', async () => {
  await send();
  const [received] = server.mails;
  expect(server.recipients).toEqual(['huong@example.com']);
  expect(received).toMatchObject({
    messageId: `<${mail.jobId}@example.com>`,
    subject: mail.subject,
    text: expect.stringContaining('Xin chào'),
    html: expect.stringContaining('<p>Xin chào</p>'),
    from: { value: [{ name: 'Nhà Đèn Lồng', address: 'stays@example.com' }] },
    replyTo: { value: [{ address: 'desk@example.com' }] },
  });
  expect(received?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(received?.headers.get('content-language')).toBe('vi');
});

it('sends the same Message-ID at each try of a job', async () => {
  await send();
  await send();
  expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(1);
});

it.each([
  ['a line break in the subject', { subject: 'Stay\r\nBcc: thief@example.com' }],
  ['a line break in the name of the place', { fromName: 'Inn\r\nBcc: thief@example.com' }],
  ['a line break in where an answer goes', { replyTo: 'desk@example.com\r\nBcc: thief@example.com' }],
])('adds no reader by %s', async (_, changes) => {
  await send(changes);
  expect(server.recipients).toEqual(['huong@example.com']);
  expect(server.mails[0]?.bcc).toBeUndefined();
});

it.each([
  'a@example.com, thief@example.com',
  'a@example.com\r\nRCPT TO:<thief@example.com>',
  '<a@example.com',
])('sends nothing to anybody else where the address is %j', async (to) => {
  await send({ to }).catch(() => undefined);
  expect(server.recipients).not.toContain('thief@example.com');
});

describe('a server that refuses', () => {
  it.each<[string, MailServerPlan, object]>([
    ['the connection for now', { connection: { status: 421 } }, { code: 'mail_server_unreachable' }],
    ['the sender', { from: { status: 550 } }, { code: 'sender_refused', status: 550 }],
    ['the sender for now', { from: { status: 451 } }, { code: 'mail_server_busy', status: 451 }],
    ['the address for now', { recipient: { status: 450 } }, { code: 'mail_server_busy', status: 450 }],
    ['the mail for now', { data: { status: 452 } }, { code: 'mail_server_busy', status: 452 }],
    ['to say more and cuts the connection', { data: 'cut' }, { code: 'mail_server_unreachable' }],
  ])('%s is tried again', async (_, plan, error) => {
    server.plan = plan;
    await expect(send()).rejects.toMatchObject({ ...error, isFinal: false });
  });

  it.each<[string, MailServerPlan, object]>([
    ['the address', { recipient: { status: 550 } }, { code: 'address_refused', status: 550 }],
    ['the mail', { data: { status: 554 } }, { code: 'mail_refused', status: 554 }],
  ])('%s for good is not tried again', async (_, plan, error) => {
    server.plan = plan;
    await expect(send()).rejects.toMatchObject({ ...error, isFinal: true });
  });

  it('has no word of the address in its error', async () => {
    server.plan = { recipient: { status: 550 } };
    const error = await send().catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error) + String(error)).not.toContain('huong');
  });
});

it('gives up a server that says nothing more when the time is over, and lets the connection go', async () => {
  server.plan = { data: 'hang' };
  const controller = new AbortController();
  const sending = send({}, controller.signal);
  await expect.poll(() => server.mails.length).toBe(1);
  controller.abort();
  await expect(sending).rejects.toMatchObject({ code: 'mail_server_slow', isFinal: false });
});

it('tries again where there is no server', async () => {
  const { url } = server;
  await server.close();
  const sending = createSmtpSender({ url, from })(mail, inTime());
  await expect(sending).rejects.toMatchObject({ code: 'mail_server_unreachable', isFinal: false });
  server = await startMailServer();
});

describe('a server with a password', () => {
  it('takes mails of whoever knows it, and refuses others without ending the job', async () => {
    const guarded = await startMailServer({ user: 'desk@example.com', password: 'right' });
    await createSmtpSender({ url: guarded.url, from })(mail, inTime());
    expect(guarded.mails).toHaveLength(1);
    const wrong = createSmtpSender({ url: guarded.url.replace('right', 'wrong'), from })(mail, inTime());
    await expect(wrong).rejects.toMatchObject({ code: 'mail_login_refused', status: 535, isFinal: false });
    await guarded.close();
  });
});
