import type { ApiOutput } from '@gudbro/guest-api/api-types';

type ShownStay = { version: string | null; bookingCode: string | null };

/**
 * Asks what became of the stay that a page shows: changed, by the desk or by the day, or gone, because the guest is not signed
 * in to it any more. It is the same as well when the server cannot be reached or fails, which says nothing about the stay.
 */
export async function askSession({ version, bookingCode }: ShownStay): Promise<'same' | 'changed' | 'gone'> {
  try {
    const response = await fetch('/api/stay/session', { cache: 'no-store' });
    if (!response.ok) {
      return response.status === 401 ? 'gone' : 'same';
    }
    // The server parses each response by the schema that this type is inferred from.
    const session = (await response.json()) as ApiOutput<'GET /api/stay/session'>;
    if (session.bookingCode !== bookingCode) {
      return 'gone';
    }
    return session.version === version ? 'same' : 'changed';
  } catch {
    return 'same';
  }
}
