import { type FormAction, type FormState, runWithRequest, shareInProcess } from '@gudbro/api-kit';
import { createPictureDecoder } from '@gudbro/pictures';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { vi } from 'vitest';
import type { SignedInAccount } from './sign-up-account';

// The request in which an action runs, as Next would provide it. A test takes this module for two of Next's:
//   vi.mock('next/headers', () => import('@/testing/next-request'));
//   vi.mock('next/cache', () => import('@/testing/next-request'));

/** The master key of the tests. */
export const testDocumentKeys = `test:${'A'.repeat(43)}`;

let person: SignedInAccount | null = null;

export async function headers(): Promise<Headers> {
  // The header with which Next's script calls an action.
  return new Headers({ 'next-action': 'an action', 'x-forwarded-for': '198.51.100.1' });
}

export async function cookies() {
  const jar = person?.jar;
  return {
    getAll: () => [...(jar?.cookies ?? [])].map(([name, { value }]) => ({ name, value })),
    get: (name: string) => jar?.cookies.get(name),
    set: (name: string, value: string) => jar?.cookies.set(name, { value, options: {} }),
    delete: (name: string) => jar?.cookies.delete(name),
  };
}

/** Nothing renders in these tests, so nothing is rendered anew. */
export const refresh = vi.fn<() => void>();

/** Sets the settings that the app reads, so that it uses this database. */
export async function useDatabase(db: TestDatabase): Promise<void> {
  // A picture's process runs at low priority: on a busy machine the limits of production would end it.
  shareInProcess('picture-decoder', () => createPictureDecoder({ cpuMs: 60_000, elapsedMs: 300_000 }));
  const settings = {
    BACKOFFICE_URL: 'http://localhost:3001',
    STAYS_URL: 'http://localhost:3000',
    SUPABASE_URL: await db.listen(),
    SUPABASE_PUBLISHABLE_KEY: db.keys.publishableKey,
    SUPABASE_BACKOFFICE_KEY: 'a.b.c',
    CLIENT_SALT: 'long enough to be a salt for addresses',
    DOCUMENT_KEYS: testDocumentKeys,
  };
  for (const [name, value] of Object.entries(settings)) {
    vi.stubEnv(name, value);
  }
}

/** Submits a form to an action as this person. */
export function submitAs(
  account: SignedInAccount | null,
  action: FormAction,
  fields: Record<string, string | readonly string[]>,
): Promise<FormState> {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) {
      form.append(name, value);
    }
  }
  return withPerson(account, () => action(null, form));
}

/** Runs what responds to a request of this person. */
export function withPerson<Result>(
  account: SignedInAccount | null,
  run: () => Promise<Result>,
): Promise<Result> {
  person = account;
  const request = { requestId: 'r', socketAddress: '10.0.0.1', nonce: '', pageResponse: {} };
  return runWithRequest(request, run);
}
