import type { z } from 'zod';
import { ApiError } from '../errors/api-error.ts';
import { isStorable } from './is-storable.ts';

/** The errors that say which fields of a request are wrong. */
export type ParseErrorCode = 'invalid_request' | 'invalid_code' | 'invalid_room_code' | 'not_found';

/** Parses one part of a request or throws `code`, with issues that name the field and the rule and not the value. */
export function parseInput<T>(
  schema: z.ZodType<T>,
  value: unknown,
  code: ParseErrorCode = 'invalid_request',
): T {
  if (!isStorable(value)) {
    throw new ApiError(code, {
      issues: [{ path: [], message: 'has characters that no text has, or is nested too deep' }],
    });
  }
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const issues = result.error.issues.map((issue) => ({
    path: issue.path.map(String),
    message: issue.message,
  }));
  throw new ApiError(code, { issues });
}
