import { describe, expect, it } from 'vitest';
import { getStayContent, resolveRoom } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, subjectOfRoom } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

onNativePostgres('get_stay_content with a browse token', {}, (database) => {
  const session = { ok: false, error: 'session_expired' };

  it.each([
    ['a private room', {}, 'room_number'],
    ['a dorm, where a last name is the least that is asked', { beds: ['1', '2'] }, 'last_name'],
  ])(
    'a property that hides its pages names the same verification method as the scan, in %s',
    async (_, columns, method) => {
      const settings = { browse_requires_verification: true, verification_method: 'room_number' };
      const property = await makeProperty(database(), {}, settings);
      const room = await makeRoom(database(), property, columns);
      const outcome = await getStayContent(database(), subjectOfRoom(room), 'property');
      expect(outcome).toEqual({ ok: false, error: 'verification_required', method });
      expect(await resolveRoom(database(), room.room_code)).toMatchObject(outcome);
    },
  );

  it('a pending request for a bed in a dorm gets the verification method of its room', async () => {
    const property = await makeProperty(
      database(),
      {},
      { browse_requires_verification: true, verification_method: 'room_number' },
    );
    const room = await makeRoom(database(), property, { beds: ['1'] });
    const { id } = await makeBooking(database(), room, { bed: '1', status: 'pending' });
    expect(await getStayContent(database(), { propertyId: property.id, bookingId: id }, 'services')).toEqual({
      ok: false,
      error: 'verification_required',
      method: 'last_name',
    });
  });

  describe('a browse token that is no longer valid', () => {
    it('a browse token reads nothing once its room code was replaced or its room was closed', async () => {
      const property = await makeProperty(database());
      const [replaced, closed] = [await makeRoom(database(), property), await makeRoom(database(), property)];
      for (const room of [replaced, closed]) {
        expect(await getStayContent(database(), subjectOfRoom(room), 'property')).toMatchObject({ ok: true });
      }
      await database().sql("update public.accom_rooms set room_code = 'RM-NEWNEWNE' where id = $1", [
        replaced.id,
      ]);
      await database().sql('update public.accom_rooms set is_active = false where id = $1', [closed.id]);
      for (const room of [replaced, closed]) {
        expect(await getStayContent(database(), subjectOfRoom(room), 'property')).toEqual(session);
      }
    });

    it('a browse token reads nothing of another property and nothing without a room code', async () => {
      const room = await makeRoom(database(), await makeProperty(database()));
      const elsewhere = await makeProperty(database());
      const forged = [
        { ...subjectOfRoom(room), propertyId: elsewhere.id },
        { propertyId: elsewhere.id },
        { roomCode: room.room_code },
      ];
      for (const subject of forged)
        expect(await getStayContent(database(), subject, 'deals')).toEqual(session);
    });
  });
});
