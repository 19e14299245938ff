import 'server-only';
import { ApiError, checkOrigin } from '@gudbro/api-kit';
import { z } from 'zod';
import { env } from '@/env';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import { readScannedText, type ScannedText } from './read-scanned-text';
import { findOldLinkCode, readWalk, scanOnWalk, scanWifiOnWalk, seePlaceSignOnWalk } from './walk-queries';

const scanSchema = z.strictObject({ walk: z.uuid(), text: z.string().min(1).max(2000) });

type ScanRequest = { request: Request; client: AccountClient; place: Place };

/** What the scanned code is, and how far the walk is now. */
export async function respondWithScan({ request, client, place }: ScanRequest): Promise<Response> {
  const { BACKOFFICE_URL, STAYS_URL } = env();
  checkOrigin(request, true, new URL(BACKOFFICE_URL).origin);
  const parsed = scanSchema.safeParse(await readShortBody(request));
  if (!parsed.success) {
    throw new ApiError('invalid_request');
  }
  const { walk: walkId, text } = parsed.data;
  const scanned = readScannedText(text, STAYS_URL, place.slug);
  const told = await tellScanned(client, place, { walkId, text, scanned });
  return Response.json({ ...told, ...(await countSeen(client, walkId)) });
}

type Scanned = { walkId: string; text: string; scanned: ScannedText };

/** What was scanned, and the verdict of the database on it. */
async function tellScanned(client: AccountClient, place: Place, { walkId, text, scanned }: Scanned) {
  switch (scanned.kind) {
    case 'place':
      await seePlaceSignOnWalk(client, walkId);
      return { kind: 'place', verdict: 'current', isNew: true, roomNumber: null };
    case 'wifi': {
      const { network, password } = scanned;
      return { kind: 'wifi', ...(await scanWifiOnWalk(client, { walkId, network, password })) };
    }
    default: {
      const own = await findCode(client, place, scanned);
      const code = own ?? text.trim().slice(0, 300);
      return { kind: 'room', ...(await scanOnWalk(client, { walkId, code, isOurs: own !== null })) };
    }
  }
}

async function findCode(
  client: AccountClient,
  place: Place,
  scanned: Exclude<ScannedText, { kind: 'place' | 'wifi' }>,
): Promise<string | null> {
  if (scanned.kind === 'code') {
    return scanned.code;
  }
  const isOldLink = scanned.kind === 'old_link' && scanned.placeId === place.id;
  return isOldLink && z.uuid().safeParse(scanned.roomId).success
    ? findOldLinkCode(client, place.id, scanned.roomId)
    : null;
}

async function countSeen(client: AccountClient, walkId: string) {
  const { seen, total } = await readWalk(client, walkId);
  return { seen, total };
}

/** A scan is short. What is longer, or no JSON, is not from our page. */
async function readShortBody(request: Request): Promise<unknown> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= 10_000)) {
    throw new ApiError('too_large');
  }
  try {
    return await request.json();
  } catch (cause) {
    throw new ApiError('invalid_request', { cause });
  }
}
