import { describe, expect, it } from 'vitest';
import { call, undoLast } from './support/desk-calls.ts';
import {
  insertDocument,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  readDocument,
  sealed,
  withoutPicture,
} from './support/document-calls.ts';
import { type Booking, makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { signUpMember } from './support/people.ts';

type Columns = Record<string, unknown>;

/** The instants of the clocks, as text in UTC, with their rules. */
type Clocks = {
  image: string | null;
  imageRule: string | null;
  fields: string;
  fieldsRule: string;
};

/** Two nights in March. Every test of a clock has these days. */
const stayDays = { check_in_date: '2026-03-10', check_out_date: '2026-03-12' };
/** In the middle of the stay. */
const recorded = '2026-03-11T04:00:00Z';
const reviewed = '2026-03-11T05:00:00Z';
const verified = { status: 'verified', reviewed_at: reviewed };
const rejected = { status: 'rejected', reviewed_at: reviewed, rejection_reason: 'Blurred' };
const tenMinutesLater = '2026-03-11T05:10:00Z';

onNativePostgres('the clocks of a document', {}, (database) => {
  const readClocks = async (id: string): Promise<Clocks | undefined> => {
    const [row] = await database().sql<Clocks>(
      `select private.format_instant(image_until) as image, image_rule as "imageRule",
         private.format_instant(fields_until) as fields, fields_rule as "fieldsRule"
       from public.accom_guest_documents where id = $1`,
      [id],
    );
    return row;
  };
  const makePast = async (
    place: Columns,
    booking: Columns = {},
  ): Promise<{ property: Property; booking: Booking }> => {
    const property = await makeProperty(database(), { document_retention_days: 15, ...place });
    const stay = { status: 'checked_out', ...stayDays, ...booking };
    return { property, booking: await makeBooking(database(), await makeRoom(database(), property), stay) };
  };
  const clocksOf = async (place: Columns, document: Columns = {}, booking: Columns = {}) => {
    const made = await makePast(place, booking);
    const { id } = await insertDocument(database(), made.booking, { created_at: recorded, ...document });
    return readClocks(id);
  };
  /** What both clocks say where only the days of the place count. */
  const byDays = (until: string) => ({
    image: until,
    imageRule: 'days_after_departure',
    fields: until,
    fieldsRule: 'days_after_departure',
  });

  // The last day of the stay ends at midnight of 13 March. Fifteen days later it is 28 March.
  describe.each([
    ['Asia/Ho_Chi_Minh', '2026-03-27T17:00:00Z'],
    ['Etc/GMT+8', '2026-03-28T08:00:00Z'],
    ['Pacific/Kiritimati', '2026-03-27T10:00:00Z'],
    ['UTC', '2026-03-28T00:00:00Z'],
  ])('in the zone %s', (timezone, until) => {
    it('end fifteen days after the end of the last day by the clock of the place', async () => {
      expect(await clocksOf({ timezone })).toEqual(byDays(until));
    });

    it('end with the last day where the place keeps nothing longer', async () => {
      const day = 86_400_000;
      const end = new Date(new Date(until).getTime() - 15 * day).toISOString().replace('.000', '');
      expect(await clocksOf({ timezone, document_retention_days: 0 })).toEqual(byDays(end));
    });
  });

  it('count days and months by the calendar of the place, whatever the time zone of the server', async () => {
    // Berlin has moved its clock forward between 13 and 30 March, so these days have an hour less.
    expect(await clocksOf({ timezone: 'Europe/Berlin', document_retention_days: 17 })).toEqual(
      byDays('2026-03-29T22:00:00Z'),
    );
    // Arrived on 1 March by the clock of the place, which is 28 February by that of the server: a year of February ends earlier.
    const arrival = { check_in_date: '2027-03-01', check_out_date: '2027-03-02' };
    expect(
      await clocksOf(
        { timezone: 'Pacific/Kiritimati', country: 'DE' },
        { created_at: '2027-02-28T12:00:00Z' },
        arrival,
      ),
    ).toMatchObject({ fields: '2028-02-29T10:00:00Z', fieldsRule: 'law' });
    const property = await makePast({ timezone: 'Pacific/Kiritimati', country: 'DE' }, arrival);
    const [row] = await database().as('service_role', null, async (sql) => {
      await sql(`set local timezone = 'America/Los_Angeles'`);
      return sql<{ id: string }>(
        `insert into public.accom_guest_documents
           (property_id, booking_id, document_type, key_version, stored_at, consent_version, consent_locale)
         values ($1, $2, 'passport', 1, now(), '1.a', 'en') returning id`,
        [property.property.id, property.booking.id],
      );
    });
    expect(await readClocks(row?.id ?? '')).toMatchObject({ fields: '2028-02-29T10:00:00Z' });
  });

  it.each([
    ['pending', {}, '2026-03-27T17:00:00Z', 'days_after_departure'],
    ['verified', verified, tenMinutesLater, 'verified'],
    ['rejected', rejected, tenMinutesLater, 'rejected'],
  ])('of a document that is %s: its picture', async (_, document, image, imageRule) => {
    expect(await clocksOf({}, document)).toEqual({
      image,
      imageRule,
      fields: '2026-03-27T17:00:00Z',
      fieldsRule: 'days_after_departure',
    });
  });

  it('of a document without a picture have one of its fields alone', async () => {
    expect(await clocksOf({}, withoutPicture)).toEqual({
      image: null,
      imageRule: null,
      fields: '2026-03-27T17:00:00Z',
      fieldsRule: 'days_after_departure',
    });
  });

  // The law alone says how long the fields stay. Without one they go with the days of the place, as those of what was rejected.
  it.each([
    ['DE', 'twelve months after the arrival', '2027-03-10T00:00:00Z'],
    ['FR', 'six months after the arrival', '2026-09-10T00:00:00Z'],
    ['GB', 'twelve months after the arrival', '2027-03-10T00:00:00Z'],
    ['AT', 'eighty-four months after the departure', '2033-03-13T00:00:00Z'],
    ['CZ', 'seventy-two months after the departure', '2032-03-13T00:00:00Z'],
    ['ES', 'thirty-six months after the departure', '2029-03-13T00:00:00Z'],
    ['IN', 'twelve months after the departure', '2027-03-13T00:00:00Z'],
    ['JP', 'thirty-six months after they were recorded', '2029-03-11T04:00:00Z'],
  ])('in %s the fields stay for %s, and the picture no longer than it has to', async (country, _, fields) => {
    const place = { country, timezone: 'UTC' };
    const law = { fields, fieldsRule: 'law' };
    const days = '2026-03-28T00:00:00Z';
    const kept = { image: fields, imageRule: 'law' };
    const pending = country === 'JP' ? kept : { image: days, imageRule: 'days_after_departure' };
    expect(await clocksOf(place)).toEqual({ ...pending, ...law });
    const checked = country === 'JP' ? kept : { image: tenMinutesLater, imageRule: 'verified' };
    expect(await clocksOf(place, verified)).toEqual({ ...checked, ...law });
    expect(await clocksOf(place, rejected)).toEqual({
      image: tenMinutesLater,
      imageRule: 'rejected',
      fields: days,
      fieldsRule: 'days_after_departure',
    });
  });

  it('of the law end with the stay at the earliest', async () => {
    const long = { check_in_date: '2026-03-10', check_out_date: '2026-12-24' };
    expect(await clocksOf({ country: 'FR', timezone: 'UTC' }, {}, long)).toMatchObject({
      fields: '2026-12-25T00:00:00Z',
      fieldsRule: 'law',
    });
  });

  it.each([
    [
      'the law wants the fields for a shorter time than the days of the place',
      { country: 'FR', document_retention_days: 365 },
      {},
    ],
    ['the stay is longer than the time of the law', { country: 'FR' }, { check_out_date: '2026-12-24' }],
    ['a stay did not take place in Japan', { country: 'JP' }, { status: 'cancelled' }],
  ])(
    'of a picture end with those of the fields at the latest, with which the whole goes: %s',
    async (_, place, booking) => {
      const clocks = await clocksOf({ timezone: 'UTC', ...place }, {}, booking);
      expect([clocks?.image, clocks?.imageRule]).toEqual([clocks?.fields, clocks?.fieldsRule]);
    },
  );

  it.each(['cancelled', 'no_show'])(
    'of a stay that is %s end a day later, in every country',
    async (status) => {
      for (const country of ['VN', 'DE', 'JP']) {
        const { booking } = await makePast(
          { country, timezone: 'UTC', document_retention_days: 60 },
          {
            status: 'confirmed',
            check_in_date: '2027-03-10',
            check_out_date: '2027-03-12',
          },
        );
        const { id } = await insertDocument(database(), booking);
        const before = await readClocks(id);
        await database().sql('update public.accom_bookings set status = $2 where id = $1', [
          booking.id,
          status,
        ]);
        const [row] = await database().sql<{ day: string }>(
          `select private.format_instant(updated_at + interval '1 day') as day from public.accom_bookings where id = $1`,
          [booking.id],
        );
        const day = row?.day ?? '';
        expect(await readClocks(id)).toEqual({
          image: day,
          imageRule: 'stay_cancelled',
          fields: day,
          fieldsRule: 'stay_cancelled',
        });
        await database().sql(`update public.accom_bookings set status = 'confirmed' where id = $1`, [
          booking.id,
        ]);
        expect(await readClocks(id)).toEqual(before);
      }
    },
  );

  it('follow the days of the booking, the days of the place and its zone', async () => {
    const { property, booking } = await makePast({ timezone: 'UTC' });
    const { id } = await insertDocument(database(), booking, { created_at: recorded });
    expect(await readClocks(id)).toEqual(byDays('2026-03-28T00:00:00Z'));
    await database().sql(`update public.accom_bookings set check_out_date = '2026-03-20' where id = $1`, [
      booking.id,
    ]);
    expect(await readClocks(id)).toEqual(byDays('2026-04-05T00:00:00Z'));
    const change = (columns: string) =>
      database().sql(`update public.accom_properties set ${columns} where id = $1`, [property.id]);
    await change('document_retention_days = 30');
    expect(await readClocks(id)).toEqual(byDays('2026-04-20T00:00:00Z'));
    await change(`timezone = 'Asia/Ho_Chi_Minh'`);
    expect(await readClocks(id)).toEqual(byDays('2026-04-19T17:00:00Z'));
  });

  it('are those from before the review once it is undone', async () => {
    const property = await makeDocumentPlace(database());
    const staff = await signUpMember(database(), property.id, 'staff');
    const { subject } = await makeStay(database(), property);
    const { id } = await makeDocument(database(), subject);
    const before = await readClocks(id);
    const version = (await readDocument(database(), id))?.['updated_at'];
    await call(database(), staff, 'review_document', {
      ...{ property_id: property.id, document_id: id, version, status: 'verified' },
      confirmed: sealed.fieldNames,
    });
    expect(await readClocks(id)).toMatchObject({ imageRule: 'verified' });
    await undoLast(database(), staff, id);
    expect(await readClocks(id)).toEqual(before);
  });
});
