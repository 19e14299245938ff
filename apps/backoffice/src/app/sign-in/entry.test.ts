import { type FormAction, runWithRequest } from '@gudbro/api-kit';
import { signRoleKey } from '@gudbro/supabase-local/keys';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import { runWithinOneMinute, type TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  changePasswordAction,
  renameAction,
  signOutAllAction,
  signOutOthersAction,
} from '@/features/account/actions.ts';
import { signInAction } from '@/features/sign-in/actions.ts';
import { confirmAction, linkAction, newPasswordAction } from '@/features/sign-in/code-actions.ts';
import {
  forgottenAction,
  mailAgainAction,
  mailLinkAction,
  signUpAction,
} from '@/features/sign-in/mail-actions.ts';

const password = 'a password of ten';

// The request in which an action runs, as Next would provide it: the cookies are those of one browser.
const request = vi.hoisted(() => ({ address: '', cookies: new Map<string, string>() }));

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-forwarded-for': request.address }),
  cookies: async () => ({
    getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
    get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
    set: (name: string, value: string, options?: { maxAge?: number }) =>
      options?.maxAge === 0 ? request.cookies.delete(name) : request.cookies.set(name, value),
    delete: (named: { name: string }) => request.cookies.delete(named.name),
  }),
}));

let db: TestDatabase;
let email: string;
let count = 0;

beforeAll(async () => {
  db = await createNativeTestDatabase({ siteUrl: 'http://localhost:3001' });
  const settings = {
    BACKOFFICE_URL: 'http://localhost:3001',
    STAYS_URL: 'http://localhost:3000',
    SUPABASE_URL: await db.listen(),
    SUPABASE_PUBLISHABLE_KEY: db.keys.publishableKey,
    SUPABASE_BACKOFFICE_KEY: await signRoleKey({ jwtSecret: db.keys.jwtSecret, role: 'backoffice_api' }),
    CLIENT_SALT: 'long enough to be a salt for addresses',
    DOCUMENT_KEYS: `test:${'A'.repeat(43)}`,
    TRUSTED_PROXY_HOPS: '1',
  };
  for (const [name, value] of Object.entries(settings)) {
    vi.stubEnv(name, value);
  }
});

afterAll(() => db.close());

beforeEach(() => {
  count += 1;
  email = `person-${count}@example.com`;
  useBrowser();
});

/** From here on another browser at another address. */
function useBrowser(cookies = new Map<string, string>()): Map<string, string> {
  count += 1;
  request.address = `198.51.100.${count}`;
  request.cookies = cookies;
  return cookies;
}

/** Where the form led to, or what was wrong with it: its error, or the field and its message. */
async function submit(action: FormAction, fields: Record<string, string>): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value);
  }
  const current = { requestId: 'r', socketAddress: '10.0.0.1', nonce: '', pageResponse: {} };
  const outcome: unknown = await runWithRequest(current, () => action(null, form)).catch(
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof Error && 'digest' in outcome) {
    return String(outcome.digest).split(';')[2] ?? '';
  }
  return JSON.stringify(readOutcome(outcome));
}

function readOutcome(outcome: unknown): unknown {
  if (typeof outcome !== 'object' || outcome === null || !('ok' in outcome)) {
    return String(outcome);
  }
  const fields = 'fields' in outcome && typeof outcome.fields === 'object' ? outcome.fields : null;
  if (fields !== null && Object.keys(fields).length > 0) {
    return fields;
  }
  return 'error' in outcome ? outcome.error : 'done';
}

const mailsTo = (to: string) => db.mails().filter((mail) => mail.to === to);
const codeTo = (to: string) => /\b\d{8}\b/.exec(mailsTo(to)[0]?.html ?? '')?.[0] ?? '';
const tokenTo = (to: string) => /[?&]token=([^"&]+)/.exec(mailsTo(to)[0]?.html ?? '')?.[1] ?? '';
/** As if the minute had passed after which an address may get another mail. */
const passOneMinute = () => db.sql(`delete from public.rate_limits where key like 'mail/minute:%'`);
const askToSignUp = (to = email) => submit(signUpAction, { name: 'Ana', email: to, next: '/' });

async function makeAccount(): Promise<void> {
  await askToSignUp();
  expect(await submit(confirmAction, { email, code: codeTo(email), password, next: '/' })).toBe('/');
  await passOneMinute();
}

const signInWith = (typed: string) => submit(signInAction, { email, password: typed, next: '/' });
const isSignedIn = () => [...request.cookies.keys()].some((name) => name.startsWith('gudbro_owner'));

describe('signing up', () => {
  test('a person signs up, confirms by the code however it is typed, and has an account of that name', async () => {
    expect(await askToSignUp()).toBe('/sign-in/confirm');
    const code = codeTo(email).replace(/(\d{4})/, ' $1 ');
    expect(await submit(confirmAction, { email, code, password, next: '/p/x' })).toBe('/p/x');
    expect(isSignedIn()).toBe(true);
    expect(await db.sql('select display_name from public.accounts where email = $1', [email])).toEqual([
      { display_name: 'Ana' },
    ]);
    useBrowser();
    expect(await signInWith(password)).toBe('/');
  });

  test('the link of the mail works in another browser, once', async () => {
    await askToSignUp();
    useBrowser();
    const token = tokenTo(email);
    expect(await submit(confirmAction, { token, password, next: '/' })).toBe('/');
    expect(await submit(confirmAction, { token, password, next: '/' })).toBe('{"code":"link_used"}');
  });

  test('nobody is in before the address is confirmed', async () => {
    await askToSignUp();
    expect(isSignedIn()).toBe(false);
    expect(await signInWith(password)).toBe('"email_not_confirmed"');
    expect(await db.sql('select from public.accounts where email = $1', [email])).toEqual([]);
  });

  test('an address that has an account gets the same page, no mail, and keeps its password', async () => {
    await makeAccount();
    const before = mailsTo(email).length;
    useBrowser();
    expect(await askToSignUp()).toBe('/sign-in/confirm');
    expect(mailsTo(email)).toHaveLength(before);
    expect(await signInWith(password)).toBe('/');
  });

  test.each([
    ['a password of nine characters', { password: 'ninechars' }, '{"password":"password_too_short"}'],
    ['a password of 73 bytes', { password: 'é'.repeat(37) }, '{"password":"password_too_long"}'],
    ['a wrong code', { code: '00000000' }, '{"code":"code_wrong"}'],
    ['letters for a code', { code: 'abc' }, '{"code":"code_invalid"}'],
  ])('refuses %s', async (_what, change, expected) => {
    await askToSignUp();
    const good = { email, code: codeTo(email), password, next: '/' };
    expect(await submit(confirmAction, { ...good, ...change })).toBe(expected);
    expect(isSignedIn()).toBe(false);
  });
});

describe('a stranger who signs up first with somebody’s address', () => {
  const stolen = 'the one of a stranger';
  /** Past our app, with the publishable key alone, which lets them choose the password. */
  const signUpAsStranger = () =>
    db.fetch(`${db.url}/auth/v1/signup`, {
      method: 'POST',
      headers: { apikey: db.keys.publishableKey, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: stolen }),
    });

  test('does not get in with that password after its owner confirms the address', async () => {
    await signUpAsStranger();
    await submit(confirmAction, { token: tokenTo(email), password, next: '/' });
    useBrowser();
    expect(await signInWith(stolen)).toBe('"wrong_password"');
    expect(await signInWith(password)).toBe('/');
  });

  test('does not get in either after its owner signs in by a mailed code', async () => {
    await signUpAsStranger();
    await submit(mailLinkAction, { email, next: '/' });
    expect(await submit(linkAction, { email, code: codeTo(email), next: '/' })).toBe('/');
    useBrowser();
    expect(await signInWith(stolen)).toBe('"wrong_password"');
  });
});

describe('a mailed code', () => {
  test('signs in, and leaves the password as it is', async () => {
    await makeAccount();
    // Later than the moment of the confirmation.
    await db.sql(`update auth.users set email_confirmed_at = now() - interval '1 day' where email = $1`, [
      email,
    ]);
    useBrowser();
    expect(await submit(mailLinkAction, { email, next: '/p/x' })).toBe('/sign-in/link');
    expect(await submit(linkAction, { email, code: codeTo(email), next: '/p/x' })).toBe('/p/x');
    useBrowser();
    expect(await signInWith(password)).toBe('/');
  });

  test('makes no account: an unknown address gets the same page and no mail', async () => {
    expect(await submit(mailLinkAction, { email, next: '/' })).toBe('/sign-in/link');
    expect(await submit(forgottenAction, { email: `x${email}`, next: '/' })).toBe('/sign-in/new-password');
    expect(mailsTo(email)).toEqual([]);
    expect(await db.sql('select from auth.users where email = any($1)', [[email, `x${email}`]])).toEqual([]);
  });

  test('is sent again after a minute, not before', async () => {
    await runWithinOneMinute(db, async () => {
      email = `again-${crypto.randomUUID()}@example.com`;
      await askToSignUp();
      expect(await submit(mailAgainAction, { email, kind: 'confirm', next: '/' })).toBe('"rate_limited"');
    });
    const again = { email, kind: 'confirm', next: '/' };
    await passOneMinute();
    expect(await submit(mailAgainAction, again)).toBe('/sign-in/confirm?sent=again');
    expect(mailsTo(email)).toHaveLength(2);
    expect(await submit(confirmAction, { email, code: codeTo(email), password, next: '/' })).toBe('/');
  });

  test('cannot be guessed: the eleventh try is refused, with the right one too', async () => {
    await askToSignUp();
    const right = codeTo(email);
    const outcomes: string[] = [];
    // Within two windows of 15 minutes at most twenty tries are admitted.
    for (let tried = 0; tried < 21 && outcomes.at(-1) !== '"rate_limited"'; tried += 1) {
      outcomes.push(await submit(confirmAction, { email, code: '00000001', password, next: '/' }));
    }
    expect(outcomes.length).toBeGreaterThan(10);
    expect(await submit(confirmAction, { email, code: right, password, next: '/' })).toBe('"rate_limited"');
  });
});

test('a forgotten password is replaced by the mailed code, and all other browsers are signed out', async () => {
  await makeAccount();
  const lost = useBrowser();
  await signInWith(password);
  useBrowser();
  await submit(forgottenAction, { email, next: '/' });
  const form = { email, code: codeTo(email), password: 'another password', next: '/' };
  expect(await submit(newPasswordAction, form)).toBe('/');
  useBrowser();
  expect(await signInWith(password)).toBe('"wrong_password"');
  expect(await signInWith('another password')).toBe('/');
  useBrowser(lost);
  expect(await submit(renameAction, { name: 'Thief' })).toBe('"session_expired"');
});

describe('the account', () => {
  test('its name is changed', async () => {
    await makeAccount();
    expect(await submit(renameAction, { name: '  Ana Sousa ' })).toBe('"done"');
    expect(await db.sql('select display_name from public.accounts where email = $1', [email])).toEqual([
      { display_name: 'Ana Sousa' },
    ]);
  });

  test('its password is changed by who knows the current one, which signs out the others', async () => {
    await makeAccount();
    const other = useBrowser();
    await signInWith(password);
    const own = useBrowser();
    await signInWith(password);
    const change = (current: string, to: string) => submit(changePasswordAction, { current, password: to });
    expect(await change('not the current one', 'another password')).toBe('"wrong_password"');
    expect(await change(password, password)).toBe('{"password":"password_same"}');
    expect(await change(password, 'another password')).toBe('"done"');
    expect(await submit(renameAction, { name: 'Still in' })).toBe('"done"');
    useBrowser(other);
    expect(await submit(renameAction, { name: 'Out' })).toBe('"session_expired"');
    useBrowser(own);
    expect(await submit(renameAction, { name: 'Still in' })).toBe('"done"');
  });

  test('other devices are signed out, or all with this one', async () => {
    await makeAccount();
    const own = request.cookies;
    const other = useBrowser();
    await signInWith(password);
    useBrowser(own);
    expect(await submit(signOutOthersAction, {})).toBe('"done"');
    useBrowser(other);
    expect(await submit(renameAction, { name: 'Out' })).toBe('"session_expired"');
    useBrowser(own);
    expect(await submit(signOutAllAction, {})).toBe('/sign-in');
    expect(isSignedIn()).toBe(false);
  });
});
