import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { type Person, queryAs } from './people.ts';

export type Browser = { endpoint: string; p256dh: string; authSecret: string };

/** A browser with an address of its own at a push service. */
export function makeBrowser(
  endpoint = `https://updates.push.services.mozilla.com/wpush/v2/${crypto.randomUUID()}`,
): Browser {
  return { endpoint, p256dh: `B${'a'.repeat(86)}`, authSecret: 'b'.repeat(22) };
}

export async function subscribe(
  database: TestDatabase,
  person: Person,
  browser = makeBrowser(),
): Promise<Browser> {
  await queryAs(database, person, 'select public.save_push_subscription($1, $2, $3)', [
    browser.endpoint,
    browser.p256dh,
    browser.authSecret,
  ]);
  return browser;
}

export async function listEndpoints(database: TestDatabase, person: Person): Promise<string[]> {
  const rows = await queryAs<{ endpoint: string }>(
    database,
    person,
    'select endpoint from public.list_own_push_endpoints() as endpoint order by 1',
  );
  return rows.map(({ endpoint }) => endpoint);
}

/** Signs a person out in the browser of these claims. */
export function endSession(database: TestDatabase, person: Person): Promise<unknown> {
  return database.sql('delete from auth.sessions where id = $1', [person.claims['session_id']]);
}
