import type { TestDatabase } from '@gudbro/supabase-local/testing';
import type { Outcome } from './guest-calls.ts';
import type { Subject } from './order-calls.ts';
import { type Person, queryAs, staysServer } from './people.ts';

export type Reported = Outcome & { incident: { id: string; status: string }; photoPaths: string[] };

/** Calls a function with its arguments by name, by default as the stays server. */
export async function callByName(
  database: TestDatabase,
  name: string,
  args: Record<string, unknown>,
  person: Person = staysServer,
): Promise<Outcome> {
  const named = Object.keys(args).map((key, index) => `${key} => $${index + 1}`);
  const [row] = await queryAs<{ outcome: Outcome }>(
    database,
    person,
    `select public.${name}(${named.join(', ')}) as outcome`,
    Object.values(args),
  );
  return row?.outcome ?? {};
}

/** Reports a cold shower by default. */
export async function reportIncident(
  database: TestDatabase,
  subject: Subject,
  more: Record<string, unknown> = {},
): Promise<Reported> {
  const args = { subject, title: 'Cold shower', description: '', priority: 'high', ...more };
  return (await callByName(database, 'report_incident', args)) as Reported; // each test checks the outcome that it expects
}

export function replyToIncident(
  database: TestDatabase,
  subject: Subject,
  args: { incident_id: string; message: string; idempotency_key?: string },
): Promise<Outcome> {
  return callByName(database, 'reply_to_incident', { subject, ...args });
}
