import 'server-only';
import { ApiError, mapDatabaseError } from '@gudbro/api-kit';
import type { Database } from '@gudbro/db-types';
import { z } from 'zod';
import { env } from '@/env';
import { type Posted, postToDatabase } from './post-to-database';

const timeoutMs = 8_000;

export type GuestFunctions = Database['public']['Functions'];

const failureSchema = z.object({ code: z.string(), message: z.string(), details: z.string().nullish() });

/**
 * Calls a guest function: one round trip. What it answers is checked, what goes wrong is a row of the error table. Every
 * call runs as guest_api, which may execute the guest functions and touch nothing else.
 */
export async function callGuestFunction<Name extends keyof GuestFunctions & string, Answer>(
  name: Name,
  args: GuestFunctions[Name]['Args'],
  answer: z.ZodType<Answer>,
): Promise<Answer> {
  const posted = await postToGuestApi(name, args);
  if (posted.status !== 200) {
    const mapped = mapDatabaseError(readFailure(posted.text), posted.status);
    // This role may call what we call: a refusal is a grant of ours that is missing, and no guest's doing.
    throw mapped.code === 'forbidden' ? new ApiError('internal', { cause: mapped.cause }) : mapped;
  }
  const parsed = answer.safeParse(readJson(posted.text));
  if (!parsed.success) {
    throw new ApiError('internal', { cause: parsed.error });
  }
  return parsed.data;
}

async function postToGuestApi(name: string, args: object): Promise<Posted> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY: apikey, SUPABASE_GUEST_KEY } = env();
  const url = new URL(`rest/v1/rpc/${name}`, SUPABASE_URL.replace(/\/*$/, '/'));
  const headers = { apikey, authorization: `Bearer ${SUPABASE_GUEST_KEY}` };
  try {
    return await postToDatabase({ url, headers, body: JSON.stringify(args), timeoutMs });
  } catch (cause) {
    throw new ApiError('unavailable', { cause });
  }
}

// What stands between us and the database may answer in its own way.
function readFailure(text: string): { code: string; message: string; details: string | null } {
  const read = failureSchema.safeParse(readJson(text));
  return read.success
    ? { ...read.data, details: read.data.details ?? null }
    : { code: '', message: '', details: null };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // which no schema takes
  }
}
