import type { Reaches, TableGrants } from './table-grants.ts';

const refused: Reaches = ['refused', 'refused', 'refused', 'refused'];
const readable: Reaches = ['some', 'refused', 'refused', 'refused'];
const unseen: Reaches = ['none', 'refused', 'refused', 'refused'];

/** A row for an insert, and a change for an update. */
interface SampleRow {
  columns: string;
  values: string;
  change: string;
}

function statementsOn(table: string, { columns, values, change }: SampleRow): TableGrants['statements'] {
  const ofSunset = `where property_id = (select private_demo.sunset_id())`;
  return {
    select: `select 1 from public.${table} ${ofSunset}`,
    insert: `insert into public.${table} (property_id, ${columns}) values ((select private_demo.sunset_id()), ${values})`,
    update: `update public.${table} set ${change} ${ofSunset}`,
    delete: `delete from public.${table} ${ofSunset}`,
  };
}

/** A table of what a property offers: managers write it, and members from staff on read it. */
function contentTable(table: string, row: SampleRow): TableGrants {
  return {
    statements: statementsOn(table, row),
    reach: {
      owner: ['some', 'some', 'some', 'some'],
      manager: ['some', 'some', 'some', 'some'],
      staff: ['some', 'refused', 'none', 'none'],
      housekeeper: ['none', 'refused', 'none', 'none'],
      'other owner': ['none', 'refused', 'none', 'none'],
    },
  };
}

function withStatements(grants: TableGrants, statements: Partial<TableGrants['statements']>): TableGrants {
  return { ...grants, statements: { ...grants.statements, ...statements } };
}

/** A table of what guests made: only functions write it, and members from staff on read it. */
function deskTable(table: string, row: SampleRow): TableGrants {
  return {
    statements: statementsOn(table, row),
    reach: {
      owner: readable,
      manager: readable,
      staff: readable,
      housekeeper: unseen,
      'other owner': unseen,
    },
  };
}

const anId = 'gen_random_uuid()';

/** The tables of what guests read, order and report. */
export const guestTableGrants: Record<string, TableGrants> = {
  accom_service_categories: contentTable('accom_service_categories', {
    columns: 'name',
    values: `'Spa'`,
    change: `is_active = false`,
  }),
  accom_service_items: contentTable('accom_service_items', {
    columns: 'category_id, name, price',
    values: `(select private_demo.category_id('Drinks')), 'Iced tea', 20000`,
    change: `is_sold_out = true`,
  }),
  accom_room_types: withStatements(
    contentTable('accom_room_types', { columns: 'name', values: `'Attic'`, change: `price = 100` }),
    // The types of the demo have rooms, and can't be removed.
    { delete: `delete from public.accom_room_types where id = (select private_demo.room_type_id('Cellar'))` },
  ),
  accom_room_type_seasons: contentTable('accom_room_type_seasons', {
    columns: 'room_type_id, name, first_night, last_night, price',
    values: `(select private_demo.room_type_id('Garden twin')), 'Fair', '2099-01-01', '2099-01-02', 100`,
    change: `price = 100`,
  }),
  accom_booking_prices: deskTable('accom_booking_prices', {
    columns: 'booking_id, total, currency, nights',
    values: `${anId}, 1, 'VND', '[]'`,
    change: `total = 2`,
  }),
  room_blocks: deskTable('room_blocks', {
    columns: 'room_id, kind, from_date, until_date',
    values: `${anId}, 'closed', '2030-01-01', '2030-01-02'`,
    change: `note = 'x'`,
  }),
  stay_past_rooms: deskTable('stay_past_rooms', {
    columns: 'booking_id, room_id, until_at',
    values: `${anId}, ${anId}, now()`,
    change: `bed = 'x'`,
  }),
  accom_local_deals: contentTable('accom_local_deals', {
    columns: 'partner, title',
    values: `'Bridge Café', 'A cake for free'`,
    change: `is_active = false`,
  }),
  accom_useful_numbers: contentTable('accom_useful_numbers', {
    columns: 'category, label, phone',
    values: `'Taxi', 'Green cars', '+84 236 000 000'`,
    change: `sort_order = 9`,
  }),
  areas: contentTable('areas', { columns: 'name', values: `'Garden'`, change: `sort_order = 9` }),
  pictures: {
    statements: statementsOn('pictures', { columns: 'alt', values: `'A pool'`, change: `alt = 'The pool'` }),
    reach: {
      owner: ['some', 'refused', 'some', 'refused'],
      manager: ['some', 'refused', 'some', 'refused'],
      staff: ['some', 'refused', 'none', 'refused'],
      housekeeper: ['none', 'refused', 'none', 'refused'],
      'other owner': ['none', 'refused', 'none', 'refused'],
    },
  },
  picture_uses: {
    statements: {
      ...statementsOn('picture_uses', {
        columns: 'picture_id, table_name, row_id',
        values: `${anId}, 'accom_rooms', ${anId}`,
        change: `table_name = 'x'`,
      }),
      select: `select picture_id from public.picture_uses where property_id = (select private_demo.sunset_id())`,
    },
    reach: {
      owner: readable,
      manager: readable,
      staff: readable,
      housekeeper: unseen,
      'other owner': unseen,
    },
  },
  accom_service_orders: deskTable('accom_service_orders', {
    columns: 'room_id, booking_id, total, currency',
    values: `${anId}, ${anId}, 0, 'VND'`,
    change: `status = 'confirmed'`,
  }),
  accom_service_order_items: deskTable('accom_service_order_items', {
    columns: 'order_id, name, quantity, unit_price, total, position',
    values: `${anId}, 'Tea', 1, 1, 1, 1`,
    change: `quantity = 2`,
  }),
  // The desk sorts them; their steps are taken by a function.
  incidents: {
    statements: statementsOn('incidents', {
      columns: 'room_id, booking_id, title',
      values: `${anId}, ${anId}, 'Leak'`,
      change: `priority = 'urgent'`,
    }),
    reach: {
      owner: ['some', 'refused', 'some', 'refused'],
      manager: ['some', 'refused', 'some', 'refused'],
      staff: ['some', 'refused', 'some', 'refused'],
      housekeeper: ['none', 'refused', 'none', 'refused'],
      'other owner': ['none', 'refused', 'none', 'refused'],
    },
  },
  incident_notes: deskTable('incident_notes', {
    columns: 'incident_id, note',
    values: `${anId}, 'A second key is in the safe'`,
    change: `note = 'x'`,
  }),
  incident_updates: deskTable('incident_updates', {
    columns: 'incident_id, author, message',
    values: `${anId}, 'guest', 'Hello'`,
    change: `message = 'Bye'`,
  }),
};

/** A table that only definer functions read or write. */
export function closedTable(name: string, row: string, change: string): TableGrants {
  return {
    statements: {
      select: `select 1 from public.${name}`,
      insert: `insert into public.${name} ${row}`,
      update: `update public.${name} set ${change}`,
      delete: `delete from public.${name}`,
    },
    reach: { owner: refused, manager: refused, staff: refused, housekeeper: refused, 'other owner': refused },
  };
}
