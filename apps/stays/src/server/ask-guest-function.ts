import 'server-only';
import { ApiError, isErrorCode } from '@gudbro/api-kit';
import { z } from 'zod';
import { callGuestFunction, type GuestFunctions } from './guest-database';

// What a guest function refuses it says in the error table's words, with what the caller may know beside it.
const refusalSchema = z.looseObject({
  ok: z.literal(false),
  error: z.string().refine(isErrorCode),
  retryAfterSeconds: z.int().optional(),
});

/** Calls a guest function for its answer. A refusal is thrown as the row of the error table it names. */
export async function askGuestFunction<
  Name extends keyof GuestFunctions & string,
  Shape extends z.ZodRawShape,
>(
  name: Name,
  args: GuestFunctions[Name]['Args'],
  answer: z.ZodObject<Shape>,
): Promise<z.infer<z.ZodObject<Shape>>> {
  const reply = await callGuestFunction(name, args, z.union([refusalSchema, answer]));
  const refusal = refusalSchema.safeParse(reply);
  if (!refusal.success) {
    // The union leaves nothing else; the compiler cannot tell a generic object from a refusal.
    return reply as z.infer<z.ZodObject<Shape>>;
  }
  const { ok: _ok, error, retryAfterSeconds, ...more } = refusal.data;
  throw new ApiError(error, { more, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) });
}
