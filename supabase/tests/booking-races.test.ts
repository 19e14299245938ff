import { expect, it } from 'vitest';
import { makeBooking, makeProperty, makeRoom } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { runOnConnection, signUpMember } from './support/people.ts';

onNativePostgres('two desks at one booking', {}, (database) => {
  it.each([
    ['check_in', 'check_in'],
    ['check_in', 'cancel_booking'],
    ['mark_no_show', 'cancel_booking'],
  ])('of %s and %s at the same time one succeeds', async (first, second) => {
    const property = await makeProperty(database());
    const desks = await Promise.all([1, 2].map(() => signUpMember(database(), property.id, 'staff')));
    const connections = database().connect({ max: 2 });
    for (let round = 0; round < 10; round += 1) {
      const booking = await makeBooking(database(), await makeRoom(database(), property));
      const outcomes = await Promise.allSettled(
        [first, second].map((name, index) => {
          const desk = desks[index];
          if (desk === undefined) throw new Error('there are two desks');
          return runOnConnection(connections, desk, (sql) =>
            sql.unsafe(`select public.${name}($1)`, [booking.id]),
          );
        }),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('of 64 walk-ins for one bed exactly one succeeds', async () => {
    const property = await makeProperty(database());
    const desk = await signUpMember(database(), property.id, 'staff');
    const room = await makeRoom(database(), property);
    const connections = database().connect({ max: 64 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, () =>
        runOnConnection(connections, desk, (sql) => sql`select public.book_walk_in(${room.id}, 'Lee', 1)`),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
