import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signRoleKey } from '../sign-role-key.ts';
import { createTestDatabase } from '../testing/create-test-database.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';
import type { Mail, TestDatabase } from '../testing/test-database.ts';
import { createMailbox } from './mailbox.ts';
import { receiveMail } from './receive-mail.ts';
import { serveMailPage } from './serve-mail-page.ts';

const siteUrl = 'http://desk.example:3001';
const password = 'a password of ten';
let database: TestDatabase;
let email: string;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase({ ...fixtureSources, siteUrl });
});
afterAll(() => database.close());
beforeEach(() => {
  count += 1;
  email = `person-${count}@example.com`;
});

const visit = () =>
  createClient(database.url, database.keys.publishableKey, {
    global: { fetch: database.fetch },
    auth: { persistSession: false, autoRefreshToken: false },
  }).auth;
const mailsTo = (to: string) => database.mails().filter((mail) => mail.to === to);
const readCode = (mail: Mail | undefined) => /\b\d{8}\b/.exec(mail?.html ?? '')?.[0] ?? '';
const readToken = (mail: Mail | undefined) => /[?&]token=([^"&]+)/.exec(mail?.html ?? '')?.[1] ?? '';

describe('mails of Supabase Auth', () => {
  it('a sign-up has to be confirmed by the code of its mail, whose link leads to the app', async () => {
    expect((await visit().signUp({ email, password })).data.session).toBeNull();
    expect((await visit().signInWithPassword({ email, password })).error?.code).toBe('email_not_confirmed');
    const [mail] = mailsTo(email);
    expect(mail?.html).toContain(`${siteUrl}/sign-in/confirm?token=`);
    const { data } = await visit().verifyOtp({ email, token: readCode(mail), type: 'email' });
    expect(data.session).not.toBeNull();
  });

  it('the token of a link opens a session in another browser, once', async () => {
    await visit().signUp({ email, password });
    const verify = () => visit().verifyOtp({ token_hash: readToken(mailsTo(email)[0]), type: 'email' });
    expect((await verify()).data.session).not.toBeNull();
    expect((await verify()).error?.code).toBe('otp_expired');
  });

  it('an unconfirmed address gets another code by resend and by a second sign-up, which changes no password', async () => {
    await visit().signUp({ email, password });
    expect((await visit().resend({ type: 'signup', email })).error).toBeNull();
    expect((await visit().signUp({ email, password: 'the one of a stranger' })).error).toBeNull();
    expect(mailsTo(email)).toHaveLength(3);
    const token = readCode(mailsTo(email)[0]);
    expect((await visit().verifyOtp({ email, token, type: 'email' })).data.session).not.toBeNull();
    expect((await visit().signInWithPassword({ email, password })).error).toBeNull();
  });

  it('nothing tells an address with an account from one without, when a code is sent again', async () => {
    await visit().signUp({ email, password });
    await visit().verifyOtp({ email, token: readCode(mailsTo(email)[0]), type: 'email' });
    expect((await visit().resend({ type: 'signup', email })).error).toBeNull();
    expect((await visit().resend({ type: 'signup', email: 'nobody@example.com' })).error).toBeNull();
    const again = await visit().signUp({ email, password });
    expect(again).toMatchObject({ data: { session: null }, error: null });
    expect(mailsTo(email)).toHaveLength(1);
  });
});

describe('the page with the mails', () => {
  const read = (url: string, peer: string | null, headers: Record<string, string> = {}, method = 'GET') =>
    serveMailPage(new Request(url, { headers, method }), peer, createMailbox());

  it('is shown to this machine', () => {
    expect(read('http://127.0.0.1:54321/_mail', '127.0.0.1').status).toBe(200);
    expect(read('http://localhost:54321/_mail', '::ffff:127.0.0.1').status).toBe(200);
  });

  it.each([
    ['another machine', 'http://127.0.0.1/_mail', '192.168.1.20', {}],
    ['a caller without an address', 'http://127.0.0.1/_mail', null, {}],
    ['a page whose name leads to this machine', 'http://evil.example/_mail', '127.0.0.1', {}],
    ['a proxy', 'http://127.0.0.1/_mail', '127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }],
  ])('is refused to %s', (_who, url, peer, headers) => {
    expect(read(url, peer, headers).status).toBe(403);
  });

  it('can only be read', () => {
    expect(read('http://127.0.0.1/_mail', '127.0.0.1', {}, 'DELETE').status).toBe(405);
  });

  it('takes a mail from the process for jobs of this machine, and shows it', async () => {
    const mailbox = createMailbox();
    const jwtSecret = 'a secret of at least thirty-two characters';
    const put = async (role: string, body: string, peer = '127.0.0.1') => {
      const headers = { authorization: `Bearer ${await signRoleKey({ jwtSecret, role })}` };
      const request = new Request('http://127.0.0.1/_mail', { method: 'POST', headers, body });
      return (await receiveMail(request, peer, mailbox, jwtSecret)).status;
    };
    const mail = JSON.stringify({ to: 'a@example.com', subject: 'A stay', html: '<p>Call 0236123456</p>' });
    expect(await put('guest_api', mail)).toBe(403);
    expect(await put('jobs_api', mail, '192.168.1.20')).toBe(403);
    for (const wrong of ['', 'null', '[]', '{"to":"a@example.com"}', `"${'x'.repeat(300_000)}"`])
      expect(await put('jobs_api', wrong)).toBe(400);
    expect(mailbox.list()).toEqual([]);
    expect(await put('jobs_api', mail)).toBe(201);
    const text = await serveMailPage(new Request('http://127.0.0.1/_mail'), '127.0.0.1', mailbox).text();
    expect(text).toContain('Call 0236123456');
    expect(text).not.toContain('<code>');
  });

  it('escapes what a mail contains, and shows its code and its link', async () => {
    const mailbox = createMailbox();
    const html = '<script>alert(1)</script><p>12345678</p><a href="http://desk.example/x?a=1&amp;b=2">go</a>';
    await mailbox.driver.send({ to: '"><img src=x>@example.com', subject: '<b>Code</b>', text: '', html });
    const page = serveMailPage(new Request('http://127.0.0.1/_mail'), '127.0.0.1', mailbox);
    const text = await page.text();
    expect(text).not.toMatch(/<img|<b>Code|<script>alert/);
    expect(text).toContain('<code>12345678</code>');
    expect(text).toContain('<a href="http://desk.example/x?a=1&amp;b=2"');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('holds a limited number of mails, the newest first', async () => {
    const mailbox = createMailbox();
    for (let sent = 1; sent <= 105; sent += 1)
      await mailbox.driver.send({ to: 'a@example.com', subject: `mail ${sent}`, text: '' });
    expect(mailbox.list()).toHaveLength(100);
    expect(mailbox.list()[0]?.subject).toBe('mail 105');
  });

  it('does not exist where no mails are collected', async () => {
    const plain = await createTestDatabase({ ...fixtureSources });
    expect((await plain.fetch(`${plain.url}/_mail`)).status).toBe(404);
    await plain.close();
  });
});
