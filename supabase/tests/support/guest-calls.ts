import { randomBytes } from 'node:crypto';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { queryAs, staysServer } from './people.ts';

export type Outcome = Record<string, unknown>;

/** Makes the salted hash of a new address, which has no counts yet. */
export function makeClient(): string {
  return randomBytes(16).toString('hex');
}

/** What the stays server tells of a phone: the hash of the secret in its cookie, and its label. */
export function makePhone(label = 'iPhone, Safari'): { keyHash: string; label: string } {
  return { keyHash: randomBytes(32).toString('hex'), label };
}

/** Valid codes that no row has: neither drawn codes nor those of the demo consist of one letter. */
export const unknownRoomCode = 'RM-ZZZZZZZZ';
export const unknownBookingCode = 'BK-ZZZZZZ';
export const unknownAccessCode = 'ZZZZ-ZZZZ';

/** Calls a guest function as the stays server. */
export async function callAsStaysServer(
  database: TestDatabase,
  call: string,
  values: unknown[],
): Promise<Outcome> {
  const [row] = await queryAs<{ outcome: Outcome }>(
    database,
    staysServer,
    `select ${call} as outcome`,
    values,
  );
  if (row === undefined) throw new Error(`${call} returned nothing`);
  return row.outcome;
}

export function resolveRoom(
  database: TestDatabase,
  code: string | null,
  client: string | null = makeClient(),
  withContent = false,
  locale: string | null = null,
): Promise<Outcome> {
  const values = [code, client, withContent, locale];
  return callAsStaysServer(database, 'public.resolve_room_access($1, $2, $3, $4)', values);
}

export function verifyRoom(
  database: TestDatabase,
  code: string | null,
  answer: unknown,
  client: string | null = makeClient(),
  locale: string | null = null,
  phone: unknown = null,
): Promise<Outcome> {
  const values = [code, answer, client, locale, phone];
  return callAsStaysServer(database, 'public.verify_room_access($1, $2::jsonb, $3, $4, $5::jsonb)', values);
}

export function verifyBooking(
  database: TestDatabase,
  code: string | null,
  lastName: string | null,
  client: string | null = makeClient(),
  locale: string | null = null,
  phone: unknown = null,
): Promise<Outcome> {
  const values = [code, lastName, client, locale, phone];
  return callAsStaysServer(database, 'public.verify_booking_access($1, $2, $3, $4, $5::jsonb)', values);
}

export function openSession(
  database: TestDatabase,
  code: string | null,
  client: string | null = makeClient(),
  locale: string | null = null,
  phone: unknown = null,
): Promise<Outcome> {
  const values = [code, client, locale, phone];
  return callAsStaysServer(database, 'public.open_guest_session($1, $2, $3, $4::jsonb)', values);
}

export function getOwnStay(
  database: TestDatabase,
  subject: unknown,
  locale: string | null = null,
): Promise<Outcome> {
  return callAsStaysServer(database, 'public.get_own_stay($1::jsonb, $2)', [subject, locale]);
}

export function checkStay(database: TestDatabase, subject: unknown): Promise<Outcome> {
  return callAsStaysServer(database, 'public.check_stay($1::jsonb)', [subject]);
}

export function getStayContent(
  database: TestDatabase,
  subject: unknown,
  part: 'property' | 'services' | 'deals' | 'numbers',
  locale: string | null = null,
): Promise<Outcome> {
  return callAsStaysServer(database, 'public.get_stay_content($1::jsonb, $2, $3)', [subject, part, locale]);
}
