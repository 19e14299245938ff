import { z } from 'zod';
import type { ErrorCode } from './error-codes.ts';
import { type ErrorBody, errorPayloads } from './error-payloads.ts';

/** A schema of the bodies of these errors, to read one from untrusted text such as a cookie or an address. */
export function errorBodySchema<Code extends ErrorCode>(codes: readonly Code[]): z.ZodType<ErrorBody<Code>> {
  const bodies = codes.map((code) => errorPayloads[code].extend({ error: z.literal(code) }));
  // Each member is the body of its own code, but the compiler loses that in `map`.
  return z.union(bodies) as unknown as z.ZodType<ErrorBody<Code>>;
}
