import { expect, test } from 'vitest';
import { z } from 'zod';
import { ApiError } from '../errors/api-error.ts';
import { createJsonLog } from '../request-log.ts';
import { runWithFacts } from '../server/request-facts.ts';
import { createActionKit } from './define-action.ts';
import type { ActionReply } from './form-state.ts';

const input = z.strictObject({
  email: z.email('email_invalid'),
  password: z.string().min(1, 'password_missing'),
});

type Refusal = 'wrong_password';
type Handler = () => Promise<ActionReply<Refusal>>;

class Redirected extends Error {
  readonly path: string;

  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

/** Submits a form to an action with this handler, as Next would: inside a request of our server. */
async function submit(handler: Handler, fields: [string, string | File][] = complete) {
  const lines: string[] = [];
  const clock = () => new Date('2026-11-21T10:00:00Z');
  const defineAction = createActionKit(() => ({
    log: createJsonLog((line) => lines.push(line), clock),
    clock,
    redirect: (path) => {
      throw new Redirected(path);
    },
  }));
  const action = defineAction({ action: 'session/sign-in', input, keep: ['email'] }, handler);
  const form = new FormData();
  for (const [name, value] of fields) {
    form.append(name, value);
  }
  const facts = { requestId: 'request-1', socketAddress: '127.0.0.1', nonce: '', page: {} };
  const outcome = await runWithFacts(facts, () => action(null, form)).catch((thrown: unknown) => thrown);
  return { outcome, log: lines.map((line): unknown => JSON.parse(line)) };
}

const complete: [string, string][] = [
  ['$ACTION_REF_1', ''],
  ['email', 'owner@example.com'],
  ['password', 'secret'],
];
const succeed: Handler = async () => ({ ok: true });

test('a form that fits reaches the handler, without the fields React adds', async () => {
  expect((await submit(succeed)).outcome).toEqual({ ok: true });
});

test('the way on is taken after the log is written', async () => {
  const { outcome, log } = await submit(async () => ({ ok: true, redirectTo: '/rooms' }));
  expect(outcome).toBeInstanceOf(Redirected);
  expect(outcome).toMatchObject({ path: '/rooms' });
  expect(log).toMatchObject([
    { kind: 'request', requestId: 'request-1', route: 'session/sign-in', status: 303 },
  ]);
});

test('an expected refusal comes back with what may be shown again, and without the password', async () => {
  const { outcome } = await submit(async () => ({ ok: false, error: 'wrong_password' }));
  expect(outcome).toEqual({
    ok: false,
    error: 'wrong_password',
    fields: {},
    values: { email: 'owner@example.com' },
  });
});

test.each<[string, [string, string | File][], Record<string, string>]>([
  [
    'wrong and missing fields',
    [
      ['email', 'owner'],
      ['password', ''],
    ],
    { email: 'email_invalid', password: 'password_missing' },
  ],
  ['a field that comes twice', [...complete, ['email', 'other@example.com']], { email: 'email_invalid' }],
  [
    'a file in the place of text',
    [
      ['email', new File(['x'], 'x')],
      ['password', 'x'],
    ],
    { email: 'email_invalid' },
  ],
])('refuses %s by name, before the handler', async (_what, fields, issues) => {
  const { outcome, log } = await submit(() => Promise.reject(new Error('must not run')), fields);
  expect(outcome).toMatchObject({ ok: false, error: 'invalid_request', fields: issues });
  expect(log).toMatchObject([{ status: 400, error: 'invalid_request' }]);
});

test('refuses a field nobody asked for', async () => {
  const { outcome } = await submit(succeed, [...complete, ['role', 'owner']]);
  expect(outcome).toMatchObject({ ok: false, error: 'invalid_request' });
});

test('an error of the table is the form’s state', async () => {
  const { outcome } = await submit(() => Promise.reject(new ApiError('unavailable')));
  expect(outcome).toMatchObject({ ok: false, error: 'unavailable' });
});

test('an unforeseen error says nothing of itself, neither to the form nor to the log', async () => {
  const { outcome, log } = await submit(() => Promise.reject(new Error('password secret of Linh')));
  expect(outcome).toMatchObject({ ok: false, error: 'internal' });
  expect(log).toMatchObject([
    { kind: 'fault', fault: 'Error' },
    { kind: 'request', status: 500 },
  ]);
  expect(JSON.stringify([outcome, log])).not.toContain('secret');
});

test('runs nothing outside of our server', async () => {
  const defineAction = createActionKit(() => ({
    log: createJsonLog(
      () => undefined,
      () => new Date(),
    ),
    clock: () => new Date(),
    redirect: (path) => {
      throw new Redirected(path);
    },
  }));
  const action = defineAction({ action: 'a', input: z.strictObject({}) }, succeed);
  await expect(action(null, new FormData())).rejects.toThrow('behind its own server');
});
