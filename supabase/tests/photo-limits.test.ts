import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import type { Outcome } from './support/guest-calls.ts';
import { inOneMinute } from './support/in-one-minute.ts';
import { callByName } from './support/incident-calls.ts';
import { type Booking, makeBooking, makeProperty, makeRoom, makeSession } from './support/make-place.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import type { Subject } from './support/order-calls.ts';

onEachEngine('pictures of a report', {}, (database) => {
  const admit = (subject: Subject): Promise<Outcome> =>
    callByName(database(), 'admit_incident_photos', { subject });
  const subjectOf = ({ property_id, id }: Booking) => ({ propertyId: property_id, bookingId: id });
  const makeStay = async (db: TestDatabase, columns: Record<string, unknown> = {}) =>
    subjectOf(await makeBooking(db, await makeRoom(db, await makeProperty(db)), columns));

  it.each([
    ['a guest', 'checked_in', { ok: true }],
    ['a guest who has left, whose report may be sent again', 'checked_out', { ok: true }],
    ['whoever has only asked for a bed', 'pending', { ok: false, error: 'illegal_step' }],
    ['a guest whose booking was cancelled', 'cancelled', { ok: false, error: 'session_expired' }],
  ])('of %s are looked at, or not', async (_, status, expected) => {
    expect(await admit(await makeStay(database(), { status }))).toMatchObject(expected);
  });

  it('are looked at ten times a minute, for each stay', async () => {
    const subject = await makeStay(database());
    await inOneMinute(database(), async () => {
      for (let attempt = 0; attempt < 10; attempt += 1) expect(await admit(subject)).toEqual({ ok: true });
      expect(await admit(subject)).toMatchObject({ ok: false, error: 'rate_limited' });
    });
    const room = await makeRoom(database(), await makeProperty(database()));
    const { id } = await makeSession(database(), room);
    expect(await admit({ propertyId: room.property_id, sessionId: id })).toEqual({ ok: true });
  });

  it('of another code than the stay’s own are not', async () => {
    const subject = { ...(await makeStay(database())), code: 'RM-ZZZZZZZZ' };
    expect(await admit(subject)).toMatchObject({ ok: false, error: 'wrong_stay' });
  });
});
