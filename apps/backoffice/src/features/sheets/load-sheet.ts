import 'server-only';
import { ApiError, checkOrigin } from '@gudbro/api-kit';
import { findSheetRefusal, type SheetRefusal, type Sign } from '@gudbro/sheets';
import { getTranslations } from 'next-intl/server';
import { env } from '@/env';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import { buildSheet, type Sheet } from './build-sheet';
import { getRoomsToPrint, listNetworks } from './queries';
import { maxLogoBytes } from './read-logo';
import { readSheetChoice, type SheetChoice } from './sheet-choice';

/** Five hundred rooms by their ids, and a logo. */
const maxFormBytes = maxLogoBytes + 60_000;

export type LoadedSheet = Sheet & {
  choice: SheetChoice;
  /** Why it cannot be printed, or null. */
  refusal: SheetRefusal | 'nothing_to_print' | null;
};

/** What the form of a request asks to print. Refused if another site sent it, or if it is too large to be our form. */
export async function loadSheet(request: Request, client: AccountClient, place: Place): Promise<LoadedSheet> {
  const { BACKOFFICE_URL, STAYS_URL } = env();
  checkOrigin(request, true, new URL(BACKOFFICE_URL).origin);
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= maxFormBytes)) {
    throw new ApiError('too_large');
  }
  const choice = await readSheetChoice(await readForm(request));
  const [rooms, networks, t] = await Promise.all([
    getRoomsToPrint(client, place.id, choice.roomIds),
    choice.hasWifiCards ? listNetworks(client, place.id) : [],
    getTranslations('Sheets'),
  ]);
  const sheet = buildSheet(choice, {
    place,
    rooms,
    networks,
    staysUrl: STAYS_URL,
    checkPageText: t('checkPageText'),
  });
  const refusal =
    sheet.signs.length === 0 ? 'nothing_to_print' : findSheetRefusal(sheet.signs, sheet.options);
  return { ...sheet, choice, refusal };
}

/** What is no form is not from our page. */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (cause) {
    throw new ApiError('invalid_request', { cause });
  }
}

/** The same for printing: what the preview only tells is an error here. */
export async function requireSheet(...args: Parameters<typeof loadSheet>): Promise<LoadedSheet> {
  const sheet = await loadSheet(...args);
  if (sheet.refusal !== null) {
    throw new ApiError('invalid_request', { issues: [{ path: ['format'], message: sheet.refusal }] });
  }
  return sheet;
}

/** Writes down what was printed. Throws `conflict` where a code was replaced since it was read: that paper would be dead. */
export async function recordPrinting(
  client: AccountClient,
  place: Place,
  sheet: LoadedSheet,
): Promise<string> {
  const { choice, signs } = sheet;
  return client.query((db) =>
    db.rpc('record_print_job', {
      property_id: place.id,
      job: {
        format: choice.format.id,
        locales: [...choice.locales],
        colour: choice.colour,
        offsetX: choice.offset.x,
        offsetY: choice.offset.y,
        ...(choice.logo === null ? {} : { logoPosition: choice.logoPosition }),
      },
      printed: signs.map(nameSign),
    }),
  );
}

/** By what the register knows a sign. */
function nameSign({ id, kind, code, network }: Sign) {
  switch (kind) {
    case 'room':
      return { kind, roomId: id, code };
    case 'wifi':
      return { kind, network: network?.name ?? null, password: network?.password ?? null };
    default:
      return { kind };
  }
}
