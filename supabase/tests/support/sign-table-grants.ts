import { closedTable } from './guest-table-grants.ts';
import type { Reaches, TableGrants } from './table-grants.ts';

/** Rows of the register of paper and of a walk, on the demo's Sunset Hotel. */
export const demoSigns = `
  with job as (
    insert into public.print_jobs (property_id, format, locales, colour, offset_x_mm, offset_y_mm, sign_count)
      values (private_demo.sunset_id(), 'L7165', '{en}', '#000000', 0, 0, 1) returning *
  ), walk as (
    insert into public.walks (property_id) values (private_demo.sunset_id()) returning *
  ), sign as (
    insert into public.signs (property_id, job_id, kind, room_number, code)
      select property_id, id, 'room', '205', 'RM-SUNSET22' from job
  )
  insert into public.walk_scans (walk_id, property_id, code, verdict)
    select id, property_id, 'RM-SUNSET22', 'current' from walk;
`;

const ofSunset = `property_id = (select private_demo.sunset_id())`;

function deskTable(
  table: string,
  columns: string,
  values: string,
  change: string,
): TableGrants['statements'] {
  return {
    select: `select id from public.${table} where ${ofSunset}`,
    insert: `insert into public.${table} (property_id, ${columns}) values ((select private_demo.sunset_id()), ${values})`,
    update: `update public.${table} set ${change} where ${ofSunset}`,
    delete: `delete from public.${table} where ${ofSunset}`,
  };
}

const readable: Reaches = ['some', 'refused', 'refused', 'refused'];
const unseen: Reaches = ['none', 'refused', 'refused', 'refused'];
/** Only functions write; the desk reads. */
const reach = {
  owner: readable,
  manager: readable,
  staff: readable,
  housekeeper: unseen,
  'other owner': unseen,
};

export const signTableGrants: Record<string, TableGrants> = {
  retired_room_codes: closedTable(
    'retired_room_codes',
    `(room_code, property_id) values ('RM-SUNSET22', private_demo.sunset_id())`,
    `retired_at = now()`,
  ),
  print_jobs: {
    statements: deskTable(
      'print_jobs',
      'format, locales, colour, offset_x_mm, offset_y_mm, sign_count',
      `'L7165', '{en}', '#000000', 0, 0, 1`,
      `sign_count = 2`,
    ),
    reach,
  },
  signs: {
    statements: deskTable(
      'signs',
      'job_id, kind',
      `(select id from public.print_jobs limit 1), 'place'`,
      `hangs_at = 'Beside the door'`,
    ),
    reach: {
      owner: ['some', 'refused', 'some', 'refused'],
      manager: ['some', 'refused', 'some', 'refused'],
      staff: ['some', 'refused', 'some', 'refused'],
      housekeeper: ['none', 'refused', 'none', 'refused'],
      'other owner': ['none', 'refused', 'none', 'refused'],
    },
  },
  walks: { statements: deskTable('walks', 'started_at', 'now()', 'finished_at = now()'), reach },
  walk_scans: {
    statements: deskTable(
      'walk_scans',
      'walk_id, code, verdict',
      `gen_random_uuid(), 'RM-SUNSET22', 'current'`,
      `verdict = 'dead'`,
    ),
    reach,
  },
};
