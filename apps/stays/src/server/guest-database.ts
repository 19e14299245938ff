import 'server-only';
import { ApiError, mapDatabaseError } from '@gudbro/api-kit';
import type { Database } from '@gudbro/db-types';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { z } from 'zod';
import { env } from '@/env';
import { databaseFetch } from './database-fetch';

const timeoutMs = 8_000;

type GuestFunctions = Database['public']['Functions'];

let client: SupabaseClient<Database> | undefined;

// Every call runs as guest_api, which may execute the guest functions and touch nothing else.
export function connectAsGuestApi(): SupabaseClient<Database> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_GUEST_KEY } = env();
  client ??= createClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    accessToken: async () => SUPABASE_GUEST_KEY,
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: databaseFetch },
  });
  return client;
}

/** Calls a guest function: one round trip. What it answers is checked, what goes wrong is a row of the error table. */
export async function callGuestFunction<Name extends keyof GuestFunctions & string, Answer>(
  name: Name,
  args: GuestFunctions[Name]['Args'],
  answer: z.ZodType<Answer>,
): Promise<Answer> {
  const { data, error, status } = await connectAsGuestApi()
    .rpc(name, args)
    .abortSignal(AbortSignal.timeout(timeoutMs));
  if (error !== null) {
    throw mapDatabaseError(error, status);
  }
  const parsed = answer.safeParse(data);
  if (!parsed.success) {
    throw new ApiError('internal', { cause: parsed.error });
  }
  return parsed.data;
}
