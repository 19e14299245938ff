import type { Database } from './database.types.ts';

type Public = Database['public'];

/** What a row of this table reads as: `Tables<'accom_rooms'>`. */
export type Tables<Name extends keyof Public['Tables']> = Public['Tables'][Name]['Row'];

/** The values of this enum: `Enums<'booking_status'>`. */
export type Enums<Name extends keyof Public['Enums']> = Public['Enums'][Name];

/** What this function is called with: `FunctionArgs<'resolve_room_access'>`. */
export type FunctionArgs<Name extends keyof Public['Functions']> = Public['Functions'][Name]['Args'];

export type Account = Tables<'accounts'>;
export type AuditEntry = Tables<'audit_log'>;
export type GuestSession = Tables<'guest_sessions'>;
export type Member = Tables<'property_members'>;
export type Property = Tables<'accom_properties'>;
export type Room = Tables<'accom_rooms'>;

/** Without the hash of its PIN, which no role of the API may read: name the columns, `*` is refused. */
export type Booking = Omit<Tables<'accom_bookings'>, 'pin_hash'>;

export type BookingStatus = Enums<'booking_status'>;
export type MemberRole = Enums<'member_role'>;
export type PropertyType = Enums<'accom_property_type'>;

/** The tables and functions a typed client knows: `createClient<Database>()`. */
export type { Database, Json } from './database.types.ts';
