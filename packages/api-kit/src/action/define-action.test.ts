import { expect, test } from 'vitest';
import { z } from 'zod';
import { ApiError } from '../errors/api-error.ts';
import { createJsonLog } from '../request-log.ts';
import { runWithRequest } from '../server/current-request.ts';
import { createActionKit } from './define-action.ts';
import type { ActionResult } from './form-state.ts';

const input = z.strictObject({
  email: z.email('email_invalid'),
  password: z.string().min(1, 'password_missing'),
});

type Handler = () => Promise<ActionResult>;

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
  const action = defineAction({ action: 'session/sign-in', input, refill: ['email'] }, handler);
  const form = new FormData();
  for (const [name, value] of fields) {
    form.append(name, value);
  }
  const request = { requestId: 'request-1', socketAddress: '127.0.0.1', nonce: '', pageResponse: {} };
  const outcome = await runWithRequest(request, () => action(null, form)).catch((thrown: unknown) => thrown);
  return { outcome, log: lines.map((line): unknown => JSON.parse(line)) };
}

const complete: [string, string][] = [
  ['$ACTION_REF_1', ''],
  ['email', 'owner@example.com'],
  ['password', 'secret'],
];
const succeed: Handler = async () => ({});

test('a valid form reaches the handler, without the fields that React adds', async () => {
  expect((await submit(succeed)).outcome).toEqual({ ok: true });
});

test('an action redirects after it has written its line to the log', async () => {
  const { outcome, log } = await submit(async () => ({ redirectTo: '/rooms' }));
  expect(outcome).toBeInstanceOf(Redirected);
  expect(outcome).toMatchObject({ path: '/rooms' });
  expect(log).toMatchObject([
    { kind: 'request', requestId: 'request-1', route: 'session/sign-in', status: 303 },
  ]);
});

test('a thrown error returns the fields to refill, and not the password', async () => {
  const { outcome } = await submit(async () => {
    throw new ApiError('wrong_password');
  });
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
  ['a field that is sent twice', [...complete, ['email', 'other@example.com']], { email: 'email_invalid' }],
  [
    'a file instead of text',
    [
      ['email', new File(['x'], 'x')],
      ['password', 'x'],
    ],
    { email: 'email_invalid' },
  ],
])('an action refuses %s, names the field, and does not run its handler', async (_what, fields, issues) => {
  const { outcome, log } = await submit(() => Promise.reject(new Error('must not run')), fields);
  expect(outcome).toMatchObject({ ok: false, error: 'invalid_request', fields: issues });
  expect(log).toMatchObject([{ status: 400, error: 'invalid_request' }]);
});

test('an action refuses a field that its schema does not have', async () => {
  const { outcome } = await submit(succeed, [...complete, ['role', 'owner']]);
  expect(outcome).toMatchObject({ ok: false, error: 'invalid_request' });
});

test('an ApiError that the handler throws becomes the state of the form', async () => {
  const { outcome } = await submit(() => Promise.reject(new ApiError('unavailable')));
  expect(outcome).toMatchObject({ ok: false, error: 'unavailable' });
});

test('the message of an unexpected error reaches neither the form nor the log', async () => {
  const { outcome, log } = await submit(() => Promise.reject(new Error('password secret of Linh')));
  expect(outcome).toMatchObject({ ok: false, error: 'internal' });
  expect(log).toMatchObject([
    { kind: 'fault', fault: 'Error' },
    { kind: 'request', status: 500 },
  ]);
  expect(JSON.stringify([outcome, log])).not.toContain('secret');
});

test('an action outside our server throws and runs nothing', async () => {
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
