import 'server-only';
import { ApiError, isErrorCode } from '@gudbro/api-kit';
import { z } from 'zod';
import { callGuestFunction, type GuestFunctions } from './guest-database';

// What a guest function refuses it says in the error table's words, with what the caller may know beside it.
const refusalSchema = z
  .looseObject({
    ok: z.literal(false),
    error: z.string().refine(isErrorCode),
    retryAfterSeconds: z.int().optional(),
  })
  .transform(
    ({ ok: _ok, error, retryAfterSeconds, ...more }) =>
      new ApiError(error, { more, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }),
  );

/** Calls a guest function for its answer. A refusal is thrown as the row of the error table it names. */
export async function askGuestFunction<Name extends keyof GuestFunctions & string, Answer>(
  name: Name,
  args: GuestFunctions[Name]['Args'],
  answer: z.ZodType<Answer>,
): Promise<Answer> {
  const reply = await callGuestFunction(name, args, z.union([refusalSchema, answer]));
  if (reply instanceof ApiError) {
    throw reply;
  }
  return reply;
}
