'use server';

import { ApiError } from '@gudbro/api-kit';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { idField, optionalText, requiredText, switchField, versionField } from '@/shell/form/field-schemas';
import { findSign } from './register-queries';

const table = 'signs';

export const saveSignAction = definePlaceAction(
  {
    action: 'sheets/save-sign',
    role: 'staff',
    fields: {
      id: idField,
      version: versionField,
      hangsAt: optionalText(120),
      torn: switchField,
      removed: switchField,
    },
  },
  async ({ client, place, input: { id, version, hangsAt, torn, removed } }) => {
    const current = await findSign(client, place.id, id);
    if (current === null) {
      throw new ApiError('not_found');
    }
    const now = new Date().toISOString();
    // A switch that stays on keeps the time at which it was set.
    const values = {
      hangs_at: hangsAt,
      torn_at: torn ? (current.tornAt ?? now) : null,
      removed_at: removed ? (current.removedAt ?? now) : null,
    };
    const written = await client.query((db) =>
      db
        .from(table)
        .update(values)
        .eq('property_id', place.id)
        .eq('id', id)
        .eq('updated_at', version)
        .select('id')
        .maybeSingle(),
    );
    if (written === null) {
      throw changedMeanwhile({
        version: current.version,
        hangsAt: current.hangsAt,
        torn: current.tornAt === null ? '' : 'on',
        removed: current.removedAt === null ? '' : 'on',
      });
    }
    return { goTo: `/p/${place.slug}/sheets/register`, done: 'saved', changed: { table, id } };
  },
);

export const discardPrintAction = definePlaceAction(
  { action: 'sheets/discard-print', role: 'staff', fields: { job: idField } },
  async ({ client, place, input: { job } }) => {
    await client.query((db) => db.rpc('discard_print_job', { job_id: job }));
    return { goTo: `/p/${place.slug}/sheets/register`, done: 'removed' };
  },
);

export const replaceCodeAction = definePlaceAction(
  { action: 'sheets/replace-code', role: 'manager', fields: { room: idField, code: requiredText(20) } },
  async ({ client, input: { room, code } }) => {
    await client.query((db) => db.rpc('replace_room_code', { room_id: room, current_code: code }));
    return { done: 'saved' };
  },
);

export const startWalkAction = definePlaceAction(
  { action: 'sheets/start-walk', role: 'staff', fields: {} },
  async ({ client, place }) => {
    await client.query((db) => db.rpc('start_walk', { property_id: place.id }));
    return { goTo: `/p/${place.slug}/sheets/walk` };
  },
);

export const finishWalkAction = definePlaceAction(
  { action: 'sheets/finish-walk', role: 'staff', fields: { walk: idField } },
  async ({ client, place, input: { walk } }) => {
    await client.query((db) => db.rpc('finish_walk', { walk_id: walk }));
    return { goTo: `/p/${place.slug}/sheets/walk`, done: 'saved' };
  },
);
