'use server';

import { z } from 'zod';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { idField, optionalText, requiredText, switchField, versionField } from '@/shell/form/field-schemas';
import { getSession } from './queries';

const table = 'guest_sessions';

const endFields = {
  name: optionalText(100),
  day: z.iso.date('not_a_day').regex(/^[12]/, 'not_a_day'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time'),
};

const madeSchema = z.object({ id: z.uuid() });

export const makeSessionAction = definePlaceAction(
  {
    action: 'sessions/make',
    role: 'staff',
    fields: { ...endFields, room: requiredText(40), addRoom: switchField, requestKey: z.uuid() },
  },
  async ({ client, place, input }) => {
    const made = await client.query((db) =>
      db
        .rpc('create_guest_session', {
          property_id: place.id,
          room_number: input.room,
          guest_name: input.name,
          ends_at: `${input.day}T${input.time}`,
          add_room: input.addRoom,
          request_key: input.requestKey,
        })
        .overrideTypes<Record<string, unknown>, { merge: false }>(),
    );
    return { goTo: `/p/${place.slug}/sessions/${madeSchema.parse(made).id}`, done: 'sessionMade' };
  },
);

export const changeSessionAction = definePlaceAction(
  {
    action: 'sessions/change',
    role: 'staff',
    fields: {
      ...endFields,
      id: idField,
      version: versionField,
      /** The code had ended when the form was opened, and is to be valid again. */
      reopen: switchField,
    },
  },
  async ({ client, place, input }) => {
    const session = await getSession(client, place.id, input.id);
    // Of a code that was ended meanwhile the database says so, before anything else.
    if (session.version !== input.version && (session.isOpen || input.reopen)) {
      const [day = '', time = ''] = session.endsAt.split('T');
      throw changedMeanwhile({ name: session.guestName, day, time, version: session.version });
    }
    await client.query((db) =>
      db.rpc('change_guest_session', {
        session_id: input.id,
        version: input.version,
        guest_name: input.name,
        ends_at: `${input.day}T${input.time}`,
        reopen: input.reopen,
      }),
    );
    const isSameEnd = session.isOpen && session.endsAt === `${input.day}T${input.time}`;
    return {
      goTo: `/p/${place.slug}/sessions/${input.id}`,
      done: session.isOpen ? 'saved' : 'sessionReopened',
      ...(isSameEnd ? {} : { changed: { table, id: input.id } }),
    };
  },
);

export const endSessionAction = definePlaceAction(
  { action: 'sessions/end', role: 'staff', fields: { id: idField } },
  async ({ client, input: { id } }) => {
    await client.query((db) => db.rpc('end_guest_session', { session_id: id }));
    return { done: 'sessionEnded', changed: { table, id } };
  },
);
