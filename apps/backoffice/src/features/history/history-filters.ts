import { z } from 'zod';

/** What the address of the history filters by. A value that cannot be one is left out, since anybody may write an address. */
export type HistoryFilters = {
  person?: string;
  thing?: string;
  action?: string;
  from?: string;
  to?: string;
  /** The id of one row. */
  row?: string;
};

/** From the years that the database has for certain. */
const day = z.iso.date().regex(/^[12]/);
const name = z.string().regex(/^[a-z_]{1,60}$/);
const schemas = {
  person: z.uuid(),
  thing: name,
  action: name,
  from: day,
  to: day,
  row: z.uuid(),
};

export type SearchParams = Record<string, string | string[] | undefined>;

export function readFilters(params: SearchParams): HistoryFilters {
  const found: HistoryFilters = {};
  for (const key of Object.keys(schemas) as (keyof typeof schemas)[]) {
    const { data } = schemas[key].safeParse(params[key]);
    if (data !== undefined) {
      found[key] = data;
    }
  }
  return found;
}

/** The filters as parts of an address. */
export function formatFilters(filters: HistoryFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
}

/** The tables of which there are entries, in the order of the filter. */
export const things = [
  'accom_properties',
  'property_members',
  'invitations',
  'accom_rooms',
  'room_states',
  'accom_room_types',
  'accom_room_type_seasons',
  'print_jobs',
  'signs',
  'walks',
  'accom_bookings',
  'room_blocks',
  'guest_sessions',
  'stay_phones',
  'accom_guest_documents',
  'accom_service_orders',
  'incidents',
  'incident_updates',
  'incident_notes',
  'accom_service_categories',
  'accom_service_items',
  'accom_local_deals',
  'accom_useful_numbers',
  'areas',
  'pictures',
  'jobs',
] as const;

/** What happened, in the order of the filter. */
export const actions = [
  'added',
  'changed',
  'removed',
  'place_created',
  'rooms_added',
  'signs_printed',
  'print_discarded',
  'walk_finished',
  'room_code_replaced',
  'picture_removed',
  'room_lock_lifted',
  'booking_lock_lifted',
  'booking_pin_set',
  'booking_pin_cleared',
  'checked_in_despite_room',
  'moved_despite_room',
  'room_closed_by_report',
  'booking_code_mailed',
  'bookings_exported',
  'guest_told',
  'guest_not_told',
  'message_tried_again',
  'message_dropped',
  'guest_details_changed',
  'phone_signed_out',
  'document_added',
  'document_written',
  'document_removed',
  'document_viewed',
  'document_image_viewed',
  'document_erased',
  'document_image_erased',
  'person_data_read',
  'person_erased',
  'document_held',
  'document_released',
  'member_invited',
  'invitation_accepted',
  'invitation_withdrawn',
  'ownership_handed_over',
  'ownership_moved',
] as const;
