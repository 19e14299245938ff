import { z } from 'zod';
import { type ErrorBody, errorPayloads } from './error-payloads.ts';
import type { ErrorCode } from './error-table.ts';

/** Parses one of these errors, from where anything may stand: a cookie, an address. */
export function errorBodySchema<Code extends ErrorCode>(codes: readonly Code[]): z.ZodType<ErrorBody<Code>> {
  const bodies = codes.map((code) => errorPayloads[code].extend({ error: z.literal(code) }));
  // Each member is the body of its own code, which the compiler does not follow through `map`.
  return z.union(bodies) as unknown as z.ZodType<ErrorBody<Code>>;
}
