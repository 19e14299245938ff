import type { Database } from '@gudbro/db-types';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { product } from './product';
import { dayAhead } from './states/state';

type ItemChange = Pick<
  Database['public']['Tables']['accom_service_items']['Update'],
  'price' | 'is_sold_out' | 'available_from' | 'available_to' | 'image'
>;
type RoomInsert = Database['public']['Tables']['accom_rooms']['Insert'];

const invitedSchema = z.object({ secret: z.string() });
const bookedSchema = z.object({ id: z.string(), bookingCode: z.string() });
const preferencesSchema = z.object({ kinds: z.array(z.string()) });
const documentsSchema = z.array(
  z.object({
    id: z.string(),
    bookingCode: z.string(),
    version: z.string(),
    fieldNames: z.array(z.string()),
  }),
);
const historySchema = z.object({
  entries: z.array(
    z.object({
      action: z.string(),
      actor: z.string(),
      personId: z.string().nullable(),
      name: z.string().nullable(),
      undoes: z.string().nullable(),
      detail: z.object({ to: z.record(z.string(), z.unknown()).optional() }),
    }),
  ),
});

export type HistoryEntry = z.infer<typeof historySchema>['entries'][number];

type DocumentReview = { status: 'verified' } | { status: 'rejected'; reason: string };

type OrderStatus = 'confirmed' | 'preparing' | 'delivered' | 'rejected';

/** Does what the backoffice does, signed in as a member of the property and with that member's rights only. */
export class Desk {
  private readonly client: SupabaseClient<Database>;

  private constructor(client: SupabaseClient<Database>) {
    this.client = client;
  }

  /** Without a password, that of the demo's person. */
  static async signIn(email: string, ownPassword?: string): Promise<Desk> {
    const client = createClient<Database>(product.supabaseUrl, product.publishableKey, {
      auth: { persistSession: false, autoRefreshToken: false },
    });
    const person = product.people.find((one) => one.email === email);
    const password = ownPassword ?? person?.password ?? '';
    const { error } = await client.auth.signInWithPassword({ email, password });
    if (error) {
      throw error;
    }
    return new Desk(client);
  }

  /** Sets the status of the order with this note. */
  async setOrderStatus(note: string, status: OrderStatus, reason?: string): Promise<void> {
    const order = await this.client
      .from('accom_service_orders')
      .select('id')
      .eq('notes', note)
      .single()
      .throwOnError();
    const args = { order_id: order.data.id, status, ...(reason === undefined ? {} : { reason }) };
    await this.client.rpc('set_order_status', args).throwOnError();
  }

  async changeItem(name: string, change: ItemChange): Promise<void> {
    await this.client.from('accom_service_items').update(change).eq('name', name).throwOnError();
  }

  /** Adds a room for one guest, for a test whose stays no other test may see. */
  async addRoom(slug: string, roomNumber: string): Promise<{ id: string; code: string }> {
    const { data } = await this.client
      .from('accom_rooms')
      // The database draws the code, which the generated type does not know.
      .insert({
        property_id: await this.findProperty(slug),
        room_number: roomNumber,
        capacity: 1,
      } as RoomInsert)
      .select('id, room_code')
      .single()
      .throwOnError();
    return { id: data.id, code: data.room_code };
  }

  /** Books a room for Mai Lan from one day to another, counted from today in UTC. */
  async book(roomId: string, from: number, to: number): Promise<{ id: string; bookingCode: string }> {
    const guest = { name: 'Mai Lan', lastName: 'Lan' };
    return this.bookDays(roomId, guest, { from: dayAhead(from), to: dayAhead(to) });
  }

  /** The rooms of a property, by their numbers. */
  async listRooms(slug: string): Promise<Map<string, string>> {
    const { data } = await this.client
      .from('accom_rooms')
      .select('id, room_number')
      .eq('property_id', await this.findProperty(slug))
      .throwOnError();
    return new Map(data.map(({ id, room_number }) => [room_number, id]));
  }

  /** Books a room for somebody with this last name, for days of the property. */
  async bookDays(
    roomId: string,
    guest: { name: string; lastName: string },
    days: { from: string; to: string },
  ): Promise<{ id: string; bookingCode: string }> {
    const { data } = await this.client
      .rpc('create_booking', {
        room_id: roomId,
        check_in: days.from,
        check_out: days.to,
        guest_name: guest.name,
        guest_last_name: guest.lastName,
      })
      .throwOnError();
    return bookedSchema.parse(data);
  }

  /** Makes an invitation to a property, and returns its secret. */
  async invite(slug: string, role: 'manager' | 'staff' | 'housekeeper'): Promise<string> {
    const { data } = await this.client
      .rpc('invite_member', { property_id: await this.findProperty(slug), role })
      .throwOnError();
    return invitedSchema.parse(data).secret;
  }

  async acceptInvitation(secret: string): Promise<void> {
    await this.client.rpc('accept_invitation', { secret }).throwOnError();
  }

  /** Has this person told of everything at a property, by mail and by push messages to this browser. */
  async hearEverything(
    slug: string,
    browser: { endpoint: string; p256dh: string; authSecret: string },
  ): Promise<void> {
    const property_id = await this.findProperty(slug);
    const { endpoint, p256dh, authSecret: auth_secret } = browser;
    await this.client.rpc('save_push_subscription', { endpoint, p256dh, auth_secret }).throwOnError();
    const { data } = await this.client.rpc('get_notification_preferences', { property_id }).throwOnError();
    const { kinds } = preferencesSchema.parse(data);
    const choice = {
      in_app: kinds,
      by_mail: kinds,
      by_push: kinds,
      urgent_passes: true,
      locale: 'en',
      quiet_from: null,
      quiet_to: null,
    };
    await this.client
      .rpc('save_notification_preferences', { property_id, ...choice } as never)
      .throwOnError();
  }

  /** Says that a clean room has to be cleaned. */
  async markDirty(roomId: string): Promise<void> {
    const found = await this.client
      .from('room_states')
      .select('id')
      .eq('room_id', roomId)
      .single()
      .throwOnError();
    const args = { state_id: found.data.id, seen: 'clean', state: 'dirty' } as const;
    await this.client.rpc('set_room_state', args).throwOnError();
  }

  /** The newest 500 entries of the history of a property about one kind of rows, with the address of who did it. */
  async readHistory(slug: string, table: string): Promise<(HistoryEntry & { email: string | null })[]> {
    const [history, accounts] = await Promise.all([
      this.client
        .rpc('read_history', { property_id: await this.findProperty(slug), thing: table, page_size: 500 })
        .throwOnError(),
      this.client.from('accounts').select('id, email').throwOnError(),
    ]);
    const emails = new Map(accounts.data.map(({ id, email }) => [id, email]));
    return historySchema.parse(history.data).entries.map((entry) => ({
      ...entry,
      email: entry.personId === null ? null : (emails.get(entry.personId) ?? null),
    }));
  }

  /** Checks the documents of a booking that wait for it. */
  async reviewDocuments(slug: string, bookingCode: string, review: DocumentReview): Promise<void> {
    const property_id = await this.findProperty(slug);
    const { data } = await this.client
      .rpc('list_documents', { property_id, status: 'pending' })
      .throwOnError();
    const own = documentsSchema.parse(data).filter((document) => document.bookingCode === bookingCode);
    for (const { id, version, fieldNames } of own) {
      const confirmed = review.status === 'verified' ? fieldNames : [];
      await this.client
        .rpc('review_document', { property_id, document_id: id, version, confirmed, ...review })
        .throwOnError();
    }
  }

  async checkIn(bookingId: string): Promise<void> {
    await this.client.rpc('check_in', { booking_id: bookingId }).throwOnError();
  }

  async checkOut(bookingId: string): Promise<void> {
    await this.client.rpc('check_out', { booking_id: bookingId }).throwOnError();
  }

  private async findProperty(slug: string): Promise<string> {
    const { data } = await this.client
      .from('accom_properties')
      .select('id')
      .eq('slug', slug)
      .single()
      .throwOnError();
    return data.id;
  }

  /** Moves a property to another time zone. */
  async setTimeZone(slug: string, timezone: string): Promise<void> {
    await this.client.from('accom_properties').update({ timezone }).eq('slug', slug).throwOnError();
  }

  /** Changes one access setting of a property. The others stay as they are. */
  async changeSetting(slug: string, setting: string, value: boolean | string): Promise<void> {
    const { data } = await this.client
      .from('accom_properties')
      .select('access_settings')
      .eq('slug', slug)
      .single()
      .throwOnError();
    const settings = { ...Object(data.access_settings), [setting]: value };
    await this.client
      .from('accom_properties')
      .update({ access_settings: settings })
      .eq('slug', slug)
      .throwOnError();
  }
}
