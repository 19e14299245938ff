import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isErrorCode } from './error-codes.ts';
import { errorPayloads } from './error-payloads.ts';
import { errorTable } from './error-table.ts';

const folder = new URL('../../../../supabase/', import.meta.url).pathname;
const sql = globSync('**/*.sql', { cwd: folder, exclude: ['node_modules'] })
  .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
  .join('\n');

// `private.refuse('conflict', '{"reason": "bed_is_taken"}')`, or `private.raise_api_error(409, 'conflict', …)`.
const call =
  /private\.(?:refuse\(|raise_api_error\(\s*(\d+),)\s*'(\w+)'(?:,\s*(?:'\{"reason": "(\w+)"\}'|jsonb_build_object\(\s*'reason', '(\w+)'))?/g;
const errors = [...sql.matchAll(call)].map(([, status, code = '', literal, built]) => ({
  status: status === undefined ? null : Number(status),
  code,
  reason: literal ?? built ?? null,
}));
const lineOf = ({ status, code, reason }: (typeof errors)[number]) => [status, code, reason].join(' ');

test('every error that SQL returns or raises is in the table, with its code, status and reason', () => {
  const unknown = errors.filter(({ status, code, reason }) => {
    if (!isErrorCode(code)) {
      return true;
    }
    const body = reason === null ? {} : { reason };
    const hasReason = reason === null || errorPayloads[code].safeParse(body).success;
    return !hasReason || (status !== null && status !== errorTable[code].status);
  });
  expect(unknown.map(lineOf)).toEqual([]);
  expect(errors.length).toBeGreaterThan(40);
});

test('SQL returns or raises every reason that the payload schemas have', () => {
  const given = new Set(errors.flatMap(({ code, reason }) => (reason === null ? [] : [`${code} ${reason}`])));
  const listed = (['conflict', 'illegal_step', 'invalid_request'] as const).flatMap((code) =>
    errorPayloads[code].shape.reason.unwrap().options.map((reason) => `${code} ${reason}`),
  );
  expect(listed.filter((one) => !given.has(one))).toEqual([]);
});
