import 'server-only';
import { ApiError, mapDatabaseError, mapReturnedError, toContractError } from '@gudbro/api-kit';
import type { Database } from '@gudbro/db-types';
import { z } from 'zod';
import { env } from '@/env';
import { type DatabaseResponse, postToDatabase } from './post-to-database';

const timeoutMs = 8_000;

/** They count wrong answers towards a lock. All others read, count in limits of dozens, or have a key that makes them one. */
const attempts: readonly string[] = [
  'verify_room_access',
  'verify_booking_access',
] satisfies (keyof GuestFunctions)[];

type GuestFunctions = Database['public']['Functions'];

/** Calls a guest function of the database and returns its output. Throws the error if it returns one. */
export async function callGuestFunction<Name extends keyof GuestFunctions & string, Output>(
  name: Name,
  args: GuestFunctions[Name]['Args'],
  output: z.ZodType<Output>,
): Promise<Output> {
  const outcome = await tryGuestFunction(name, args, output);
  if (outcome instanceof ApiError) {
    throw outcome;
  }
  return outcome;
}

/**
 * Like callGuestFunction, but returns the error if the function returns one. A raised exception and an unreachable
 * database are still thrown. Calls run as the role guest_api, which may execute the guest functions and nothing else.
 */
export async function tryGuestFunction<Name extends keyof GuestFunctions & string, Output>(
  name: Name,
  args: GuestFunctions[Name]['Args'],
  output: z.ZodType<Output>,
): Promise<Output | ApiError> {
  const response = await postToGuestApi(name, args);
  if (response.status !== 200) {
    const raised = mapDatabaseError(readRaised(response.text), response.status);
    // `forbidden` means that a grant for our own role is missing: our fault, not the guest's.
    throw raised.code === 'forbidden' ? new ApiError('internal', { cause: raised.cause }) : raised;
  }
  const outcome = readJson(response.text);
  const returned = mapReturnedError(outcome);
  if (returned !== null) {
    return returned;
  }
  const parsed = output.safeParse(outcome);
  if (!parsed.success) {
    throw new ApiError('internal', { cause: toContractError(`the outcome of ${name}`, parsed.error) });
  }
  return parsed.data;
}

async function postToGuestApi(name: string, args: object): Promise<DatabaseResponse> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY: apikey, SUPABASE_GUEST_KEY } = env();
  const url = new URL(`rest/v1/rpc/${name}`, SUPABASE_URL.replace(/\/*$/, '/'));
  const headers = { apikey, authorization: `Bearer ${SUPABASE_GUEST_KEY}`, 'user-agent': 'gudbro-stays' };
  const mayRepeat = !attempts.includes(name);
  try {
    return await postToDatabase({ url, headers, body: JSON.stringify(args), timeoutMs, mayRepeat });
  } catch (cause) {
    throw new ApiError('unavailable', { cause });
  }
}

const raisedSchema = z.object({ code: z.string(), message: z.string(), details: z.string().nullish() });

// A proxy in front of the database may respond with an error in a format of its own.
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
    return undefined; // no schema accepts it
  }
}
