import { runWithinOneMinute, type TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import type { Outcome } from './support/guest-calls.ts';
import { callByName } from './support/incident-calls.ts';
import { type Booking, makeBooking, makeProperty, makeRoom, makeSession } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import type { Subject } from './support/order-calls.ts';

onNativePostgres('admit_incident_photos', {}, (database) => {
  const admit = (subject: Subject): Promise<Outcome> =>
    callByName(database(), 'admit_incident_photos', { subject });
  const subjectOf = ({ property_id, id }: Booking) => ({ propertyId: property_id, bookingId: id });
  const makeStay = async (db: TestDatabase, columns: Record<string, unknown> = {}) =>
    subjectOf(await makeBooking(db, await makeRoom(db, await makeProperty(db)), columns));

  it.each([
    ['a checked-in guest', 'checked_in', { ok: true }],
    ['a checked-out guest, who may be sending a report again', 'checked_out', { ok: true }],
    ['a pending request', 'pending', { ok: false, error: 'illegal_step' }],
    ['a cancelled booking', 'cancelled', { ok: false, error: 'session_expired' }],
  ])(
    'admit_incident_photos admits a stay that may report, and refuses others: %s',
    async (_, status, expected) => {
      expect(await admit(await makeStay(database(), { status }))).toMatchObject(expected);
    },
  );

  it('admit_incident_photos admits ten calls a minute for each stay', async () => {
    const subject = await makeStay(database());
    await runWithinOneMinute(database(), async () => {
      for (let attempt = 0; attempt < 10; attempt += 1) expect(await admit(subject)).toEqual({ ok: true });
      expect(await admit(subject)).toMatchObject({ ok: false, error: 'rate_limited' });
    });
    const room = await makeRoom(database(), await makeProperty(database()));
    const { id } = await makeSession(database(), room);
    expect(await admit({ propertyId: room.property_id, sessionId: id })).toEqual({ ok: true });
  });

  it('admit_incident_photos refuses a stay under the code of another room', async () => {
    const subject = { ...(await makeStay(database())), code: 'RM-ZZZZZZZZ' };
    expect(await admit(subject)).toMatchObject({ ok: false, error: 'wrong_stay' });
  });
});
