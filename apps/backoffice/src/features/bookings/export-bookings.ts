import 'server-only';
import { formatAmount } from '@gudbro/domain';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { csvStart, formatCsvLine } from '@/server/format-csv';
import type { After } from '@/server/page-of-rows';
import type { Place } from '@/server/place';
import { cancelReasons } from './cancel-reasons';
import type { ListFilter } from './list-filter';
import { joinNames, personSchema } from './people';
import { type AskedList, formatAskedList, statusSchema } from './queries';
import { sayOfSource } from './say-of-source';
import { sortedBy } from './views';

/** As many as the database gives at once. */
const pageSize = 500;

const exportedSchema = z.array(
  z.object({
    id: z.string(),
    code: z.string(),
    guestName: z.string(),
    lastName: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    guestCount: z.int(),
    people: z.array(personSchema),
    roomNumber: z.string().nullable(),
    bed: z.string(),
    roomType: z.string().nullable(),
    checkIn: z.iso.date(),
    checkOut: z.iso.date(),
    status: statusSchema,
    source: z.string(),
    externalUid: z.string().nullable(),
    notes: z.string(),
    cancelReason: z.enum(cancelReasons).nullable(),
    createdAt: z.string(),
    /** Null where it has no price. Missing for who does not see money. */
    totalMinor: z.int().nullish(),
    currency: z.string().nullish(),
  }),
);

type Exported = z.infer<typeof exportedSchema>[number];

/** A list of bookings as CSV, a page at a time, so that a long one is not in memory at once. */
export async function* exportBookings(
  client: AccountClient,
  place: Place,
  filter: ListFilter,
): AsyncGenerator<string> {
  const [t, words, why, form, sayOf] = await Promise.all([
    getTranslations('Booking'),
    getTranslations('Bookings'),
    getTranslations('CancelReason'),
    getTranslations('BookingForm'),
    sayOfSource(),
  ]);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: place.timezone });
  const columns: [label: string, read: (booking: Exported) => string][] = [
    [t('codeLabel'), ({ code }) => code],
    [form('name'), ({ guestName }) => guestName],
    [form('lastName'), ({ lastName }) => lastName],
    [t('phone'), ({ phone }) => phone ?? ''],
    [t('email'), ({ email }) => email ?? ''],
    [t('guests'), ({ guestCount }) => String(guestCount)],
    [t('adults'), ({ people }) => joinNames(people, { isChild: false })],
    [t('children'), ({ people }) => joinNames(people, { isChild: true })],
    [t('room'), ({ roomNumber, bed }) => [roomNumber ?? '', bed].filter(Boolean).join(' · ')],
    [t('roomType'), ({ roomType }) => roomType ?? ''],
    [t('arrival'), ({ checkIn }) => checkIn],
    [t('departure'), ({ checkOut }) => checkOut],
    [t('stateHeading'), ({ status }) => words(`status_${status}`)],
    [why('why'), ({ cancelReason }) => (cancelReason === null ? '' : why(`reason_${cancelReason}`))],
    [t('source'), ({ source }) => sayOf(source)],
    [t('externalUid'), ({ externalUid }) => externalUid ?? ''],
    [t('bookedOn'), ({ createdAt }) => day.format(new Date(createdAt))],
    [t('notes'), ({ notes }) => notes],
    ...(place.seesMoney
      ? ([
          [
            t('total'),
            ({ totalMinor, currency }) => (totalMinor && currency ? formatAmount(totalMinor, currency) : ''),
          ],
          [t('currency'), ({ currency }) => currency ?? ''],
        ] satisfies [string, (booking: Exported) => string][])
      : []),
  ];
  yield csvStart + formatCsvLine(columns.map(([label]) => label));
  let after: After | null = null;
  do {
    const page = await readPage(client, place.id, { ...filter, after });
    for (const booking of page) {
      yield formatCsvLine(columns.map(([, read]) => read(booking)));
    }
    const last = page.at(-1);
    const isMore = filter.search === '' && page.length === pageSize && last !== undefined;
    after = isMore ? { value: last[sortedBy[filter.view]], id: last.id } : null;
  } while (after !== null);
}

async function readPage(client: AccountClient, placeId: string, list: AskedList): Promise<Exported[]> {
  const found = await client.query((db) =>
    db.rpc('export_bookings', formatAskedList(placeId, list)).overrideTypes<unknown[], { merge: false }>(),
  );
  return exportedSchema.parse(found);
}
