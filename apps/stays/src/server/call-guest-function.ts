import 'server-only';
import { ApiError, mapDatabaseError, mapReturnedError, toContractError } from '@gudbro/api-kit';
import type { Database } from '@gudbro/db-types';
import { z } from 'zod';
import { env } from '@/env';
import { type Posted, postToDatabase } from './post-to-database';

const timeoutMs = 8_000;

type GuestFunctions = Database['public']['Functions'];

/** Calls a guest function, in one round trip, and returns its output. The error it returns is thrown. */
export async function callGuestFunction<Name extends keyof GuestFunctions & string, Output>(
  name: Name,
  args: GuestFunctions[Name]['Args'],
  output: z.ZodType<Output>,
): Promise<Output> {
  const reply = await tryGuestFunction(name, args, output);
  if (reply instanceof ApiError) {
    throw reply;
  }
  return reply;
}

/**
 * The same for a caller that goes on after an error: the error that the function returns is returned. What raised, or
 * could not be reached, is still thrown. Every call runs as guest_api, which may execute the guest functions and touch
 * nothing else.
 */
export async function tryGuestFunction<Name extends keyof GuestFunctions & string, Output>(
  name: Name,
  args: GuestFunctions[Name]['Args'],
  output: z.ZodType<Output>,
): Promise<Output | ApiError> {
  const posted = await postToGuestApi(name, args);
  if (posted.status !== 200) {
    const raised = mapDatabaseError(readRaised(posted.text), posted.status);
    // This role may call what we call: `forbidden` is a grant of ours that is missing, and no guest's doing.
    throw raised.code === 'forbidden' ? new ApiError('internal', { cause: raised.cause }) : raised;
  }
  const reply = readJson(posted.text);
  const returned = mapReturnedError(reply);
  if (returned !== null) {
    return returned;
  }
  const parsed = output.safeParse(reply);
  if (!parsed.success) {
    throw new ApiError('internal', { cause: toContractError(`the reply of ${name}`, parsed.error) });
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

const raisedSchema = z.object({ code: z.string(), message: z.string(), details: z.string().nullish() });

// What stands between us and the database may respond in its own way.
function readRaised(text: string): { code: string; message: string; details: string | null } {
  const read = raisedSchema.safeParse(readJson(text));
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
