import { expect, test } from 'vitest';
import { type ErrorCode, errorTable } from './error-table.ts';
import { mapDatabaseError } from './map-database-error.ts';

const error = (code: string, message = 'whatever', details: string | null = null) => ({
  code,
  message,
  details,
});

test.each([
  ['our own error', error('PT404', 'not_found'), 404, 'not_found'],
  ['our own error with detail', error('PT409', 'conflict', '{"reason":"bed_is_taken"}'), 409, 'conflict'],
  ['a code of ours the table does not know', error('PT418', 'teapot'), 418, 'internal'],
  ['an overlap, on stacks that let it through', error('23P01'), 400, 'conflict'],
  ['a missing right', error('42501'), 403, 'forbidden'],
  ['any other failure', error('SUP'), 500, 'internal'],
  ['no answer at all', error(''), 0, 'unavailable'],
  ['a gateway without a database', error(''), 503, 'unavailable'],
  ['PostgREST without a database', error('PGRST002'), 503, 'unavailable'],
  ['a server that shuts down', error('57P01'), 500, 'unavailable'],
] as const)('%s', (_case, databaseError, status, expected) => {
  expect(mapDatabaseError(databaseError, status).code).toBe(expected);
});

test('the detail of our own error reaches the answer', () => {
  expect(mapDatabaseError(error('PT409', 'conflict', '{"reason":"bed_is_taken"}'), 409).more).toEqual({
    reason: 'bed_is_taken',
  });
});

test('the text of a foreign error does not', () => {
  const mapped = mapDatabaseError(
    error('23505', 'Key (guest_email)=(sarah@example.com) exists', 'sarah'),
    409,
  );
  expect(JSON.stringify({ message: mapped.message, more: mapped.more })).not.toContain('sarah');
});

test('every row of the table has the status that belongs to it', () => {
  const statuses = Object.fromEntries(Object.entries(errorTable).map(([code, row]) => [code, row.status]));
  const expected: Record<ErrorCode, number> = {
    invalid_request: 400,
    invalid_room_code: 400,
    invalid_code: 400,
    session_expired: 401,
    verification_failed: 401,
    verification_required: 403,
    wrong_stay: 403,
    stay_ended: 403,
    forbidden: 403,
    room_not_found: 404,
    not_found: 404,
    item_unavailable: 409,
    conflict: 409,
    illegal_step: 409,
    too_large: 413,
    unsupported_file: 415,
    rate_limited: 429,
    internal: 500,
    unavailable: 503,
  };
  expect(statuses).toEqual(expected);
});
