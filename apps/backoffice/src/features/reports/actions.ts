'use server';

import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { findToday } from '@/shell/days/days';
import { dayOrNull, idField, idOrNew, requiredText, versionField } from '@/shell/form/field-schemas';
import { getReport } from './queries';
import { priorities } from './report-rules';
import { toSortValues } from './sort-values';

const table = 'incidents';

/** Takes one step with a report. */
export const stepReportAction = definePlaceAction(
  {
    action: 'reports/step',
    role: 'staff',
    fields: { id: idField, status: z.enum(['open', 'in_progress', 'resolved', 'closed']) },
  },
  async ({ client, input: { id, status } }) => {
    await client.query((db) => db.rpc('set_incident_status', { incident_id: id, status }));
    return { done: `report_${status}`, changed: { table, id } };
  },
);

/** Writes to the guest. */
export const replyAction = definePlaceAction(
  {
    action: 'reports/reply',
    role: 'staff',
    fields: { id: idField, message: requiredText(2000), requestKey: z.uuid() },
  },
  async ({ client, input: { id, message, requestKey } }) => {
    await client.query((db) =>
      db.rpc('set_incident_status', { incident_id: id, message, request_key: requestKey }),
    );
    return { done: 'replied' };
  },
);

/** Writes what the team should know. */
export const noteAction = definePlaceAction(
  {
    action: 'reports/note',
    role: 'staff',
    fields: { id: idField, note: requiredText(2000), requestKey: z.uuid() },
  },
  async ({ client, input: { id, note, requestKey } }) => {
    await client.query((db) => db.rpc('note_incident', { incident_id: id, note, request_key: requestKey }));
    return { done: 'saved' };
  },
);

/** Decides how urgent a report is and who sees to it. */
export const sortReportAction = definePlaceAction(
  {
    action: 'reports/sort',
    role: 'staff',
    fields: { id: idField, version: versionField, priority: z.enum(priorities), assignee: idOrNew },
  },
  async ({ client, place, input: { id, version, priority, assignee } }) => {
    const read = async () => toSortValues(await getReport(client, place.id, id));
    const current = await read();
    if (current.version !== version) {
      throw changedMeanwhile(current);
    }
    const written = await client.query((db) => {
      const update = db
        .from(table)
        .update({ priority, assignee_id: assignee })
        .eq('property_id', place.id)
        .eq('id', id)
        .eq('priority', current.priority);
      return (
        current.assignee === '' ? update.is('assignee_id', null) : update.eq('assignee_id', current.assignee)
      )
        .select('id')
        .maybeSingle();
    });
    if (written === null) {
      throw changedMeanwhile(await read());
    }
    return { done: 'saved', changed: { table, id } };
  },
);

const closedSchema = z.object({ stateId: z.uuid().nullable(), blockId: z.uuid().nullable() });

/** Closes the room of a report, from today on or for some days. One undo takes the state and the block back. */
export const closeRoomAction = definePlaceAction(
  {
    action: 'reports/close-room',
    role: 'staff',
    fields: { id: idField, from: z.iso.date('not_a_day').regex(/^[12]/, 'not_a_day'), until: dayOrNull },
  },
  async ({ client, place, input: { id, from, until } }) => {
    // Out of order without an end is how a room is now. From a later day on it is closed by a block, which has a last day.
    if (until === null && from > findToday(new Date(), place.timezone)) {
      throw new ApiError('invalid_request', { fields: { until: 'required' } });
    }
    const closed = await client.query((db) =>
      db
        .rpc('close_room_by_report', {
          incident_id: id,
          from_date: from,
          ...(until === null ? {} : { until_date: until }),
        })
        .overrideTypes<Record<string, unknown>, { merge: false }>(),
    );
    const { stateId, blockId } = closedSchema.parse(closed);
    return {
      done: 'roomClosed',
      ...(blockId !== null
        ? { changed: { table: 'room_blocks', id: blockId } }
        : stateId !== null && { changed: { table: 'room_states', id: stateId } }),
    };
  },
);
