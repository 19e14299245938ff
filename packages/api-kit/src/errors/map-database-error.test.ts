import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFault } from '../request-log.ts';
import type { ApiError } from './api-error.ts';
import { errorBodySchema } from './error-body-schema.ts';
import type { ErrorCode } from './error-codes.ts';
import { errorTable } from './error-table.ts';
import { formatError } from './format-error.ts';
import { mapDatabaseError, mapReturnedError } from './map-database-error.ts';

const error = (code: string, message = 'whatever', details: string | null = null) => ({
  code,
  message,
  details,
});

test.each([
  ['an error that our SQL raised', error('PT404', 'not_found'), 404, 'not_found'],
  [
    'an error that our SQL raised with a detail',
    error('PT409', 'conflict', '{"reason":"bed_is_taken"}'),
    409,
    'conflict',
  ],
  ['an error that our SQL raised and the table does not have', error('PT418', 'teapot'), 418, 'internal'],
  ['a violated exclusion constraint', error('23P01'), 400, 'conflict'],
  ['a date that does not exist', error('22008'), 400, 'invalid_request'],
  ['a malformed date', error('22007'), 400, 'invalid_request'],
  ['a missing permission', error('42501'), 403, 'forbidden'],
  ['any other database error', error('SUP'), 500, 'internal'],
  ['a missing response', error(''), 0, 'unavailable'],
  ['a gateway without a database', error(''), 503, 'unavailable'],
  ['PostgREST without a database', error('PGRST002'), 503, 'unavailable'],
  ['a server that shuts down', error('57P01'), 500, 'unavailable'],
  ['a statement that took too long', error('57014'), 500, 'unavailable'],
  ['a lock that was not to be had in time', error('55P03'), 500, 'unavailable'],
  ['a deadlock', error('40P01'), 500, 'unavailable'],
  ['two transactions that cannot both be', error('40001'), 500, 'unavailable'],
  ['a database that is read-only as its disk is full', error('25006'), 405, 'unavailable'],
  ['a full disk', error('53100'), 500, 'unavailable'],
  ['too many connections', error('53300'), 500, 'unavailable'],
  ['a gateway that waited in vain', error(''), 504, 'unavailable'],
  ['a gateway that cannot reach the project', error(''), 522, 'unavailable'],
  ['a paused project', error(''), 540, 'unavailable'],
  ['a gateway whose time ran out', error(''), 544, 'unavailable'],
  ['a project whose use is restricted', error(''), 402, 'unavailable'],
  ['a refused token, which is a fault of ours where the key is ours', error('PGRST301'), 401, 'internal'],
  ['an expired token, likewise', error('PGRST303'), 401, 'internal'],
  ['a response of 404 without a code', error(''), 404, 'internal'],
] as const)('%s becomes the right error of the table', (_case, databaseError, status, expected) => {
  expect(mapDatabaseError(databaseError, status).code).toBe(expected);
});

test('the detail of an error that our SQL raised is the payload of the error', () => {
  expect(mapDatabaseError(error('PT409', 'conflict', '{"reason":"bed_is_taken"}'), 409).body).toEqual({
    error: 'conflict',
    reason: 'bed_is_taken',
  });
});

test('the response has no text of a database error that our SQL did not raise', () => {
  const mapped = mapDatabaseError(
    error('23505', 'Key (guest_email)=(sarah@example.com) exists', 'sarah'),
    409,
  );
  expect(formatError(mapped, 'r').content).not.toContain('sarah');
});

test('an error that a guest function returned is read with its payload, and a successful outcome is no error', () => {
  const returned = { ok: false, error: 'rate_limited', retryAfterSeconds: 12, locked: true };
  expect(mapReturnedError(returned)?.body).toEqual({
    error: 'rate_limited',
    retryAfterSeconds: 12,
    locked: true,
  });
  expect(mapReturnedError({ ok: true, error: 'rate_limited' })).toBeNull();
  expect(mapReturnedError('42')).toBeNull();
});

test('a returned field that the payload schema does not list is dropped', () => {
  const returned = { ok: false, error: 'session_expired', guest: 'Sarah Johnson' };
  expect(mapReturnedError(returned)?.body).toEqual({ error: 'session_expired' });
});

const misfits: [string, () => ApiError | null][] = [
  ['a detail of another form', () => mapDatabaseError(error('PT409', 'conflict', '{"reason":"Sarah"}'), 409)],
  ['a detail that is no JSON', () => mapDatabaseError(error('PT409', 'conflict', '{Sarah'), 409)],
  [
    'a payload of another form',
    () => mapReturnedError({ ok: false, error: 'rate_limited', locked: 'Sarah' }),
  ],
  [
    'a sentence in place of a status',
    () => mapDatabaseError(error('PT409', 'illegal_step', '{"from":"Sarah has left"}'), 409),
  ],
  [
    'a wait of a thousand days',
    () => mapReturnedError({ ok: false, error: 'rate_limited', retryAfterSeconds: 86_400_000 }),
  ],
  ['a payload that is missing', () => mapReturnedError({ ok: false, error: 'item_unavailable' })],
  ['a code the table does not know', () => mapReturnedError({ ok: false, error: 'Sarah' })],
];

test.each(misfits)(
  '%s becomes an internal error whose log line names the fault and no value',
  (_case, map) => {
    const mapped = map();
    expect(mapped?.body).toEqual({ error: 'internal' });
    const { fault } = formatFault(mapped);
    expect(fault).toMatch(
      /^ContractError: SQL('s payload of \w+ does not fit: \w+| named an error that is not)/,
    );
    expect(fault).not.toContain('Sarah');
  },
);

test('every payload that SQL could return becomes an error whose payload fits its code', () => {
  const codes = Object.keys(errorTable) as ErrorCode[]; // its own keys
  const fields = [
    'reason',
    'items',
    'retryAfterSeconds',
    'triesLeft',
    'locked',
    'method',
    'totalMinor',
    'from',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...codes),
      fc.dictionary(fc.constantFrom(...fields), fc.oneof(fc.integer(), fc.anything())),
      (code, payload) => {
        const body = mapReturnedError({ ...payload, ok: false, error: code })?.body;
        expect([code, 'internal']).toContain(body?.error);
        expect(errorBodySchema(codes).parse(body)).toEqual(body);
      },
    ),
  );
});

test('every error of the table has its HTTP status', () => {
  const statuses = Object.fromEntries(Object.entries(errorTable).map(([code, row]) => [code, row.status]));
  const expected: Record<ErrorCode, number> = {
    invalid_request: 400,
    invalid_room_code: 400,
    invalid_code: 400,
    session_expired: 401,
    verification_failed: 401,
    wrong_password: 401,
    email_not_confirmed: 403,
    verification_required: 403,
    wrong_stay: 403,
    stay_not_begun: 403,
    stay_ended: 403,
    forbidden: 403,
    room_not_found: 404,
    not_found: 404,
    item_unavailable: 409,
    conflict: 409,
    illegal_step: 409,
    room_code_replaced: 410,
    too_large: 413,
    unsupported_file: 415,
    rate_limited: 429,
    internal: 500,
    unavailable: 503,
  };
  expect(statuses).toEqual(expected);
});
