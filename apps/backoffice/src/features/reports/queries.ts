import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import type { AccountClient, QuerySource } from '@/server/account-client';
import type { ReportCondition } from './report-filter';
import type { ReportStatus } from './report-rules';
import { priorities } from './report-rules';

// Row-level security decides what an account can read: from staff on, all that was reported at their places.

const listColumns = `id, title, priority, status, dueAt:due_at, escalatesAt:escalates_at, createdAt:created_at, changedAt:updated_at,
  room:accom_rooms!inner(number:room_number), area:areas(name),
  assignee:property_members(account:accounts(name:display_name, email)),
  said:incident_updates(author)`;

/** The reports of a place that are in one of these states, each with what was said of it last. */
function selectReports(
  db: QuerySource,
  placeId: string,
  statuses: ReportStatus[],
  { priority, assigneeId }: ReportCondition,
) {
  const all = db.from('incidents').select(listColumns).eq('property_id', placeId).in('status', statuses);
  const ofPriority = priority === undefined ? all : all.eq('priority', priority);
  const found =
    assigneeId === undefined
      ? ofPriority
      : assigneeId === null
        ? ofPriority.is('assignee_id', null)
        : ofPriority.eq('assignee_id', assigneeId);
  return found
    .order('created_at', { referencedTable: 'said', ascending: false })
    .limit(1, { referencedTable: 'said' });
}

/** The most urgent first: what is due soonest. */
export function listOpenReports(client: AccountClient, placeId: string, condition: ReportCondition = {}) {
  return client.query((db) =>
    selectReports(db, placeId, ['open', 'in_progress'], condition).order('due_at').limit(200),
  );
}

export const endedPerPage = 20;

/** One page of those that ended, last first, and one report more where there are more. */
export function listEndedReports(
  client: AccountClient,
  placeId: string,
  condition: ReportCondition = {},
  skipped = 0,
) {
  return client.query((db) =>
    selectReports(db, placeId, ['resolved', 'closed'], condition)
      .order('updated_at', { ascending: false })
      .order('id', { ascending: false })
      .range(skipped, skipped + endedPerPage),
  );
}

export type ListedReport = Awaited<ReturnType<typeof listOpenReports>>[number];

const by = 'account:accounts(name:display_name, email)';

/** One report with what was said and noted about it. */
export async function getReport(client: AccountClient, placeId: string, id: string) {
  const report = await client.query((db) =>
    db
      .from('incidents')
      .select(
        `id, title, description, priority, status, photos, assigneeId:assignee_id, dueAt:due_at, escalatesAt:escalates_at,
         createdAt:created_at, closesRoom:closes_room, block:room_blocks(from:from_date, until:until_date),
         roomId:room_id, room:accom_rooms!inner(number:room_number), area:areas(name),
         booking:accom_bookings(guestName:guest_name, bed, roomId:room_id, room:accom_rooms!accom_bookings_room_of_property(number:room_number)),
         updates:incident_updates(id, author, message, status, createdAt:created_at, ${by}),
         notes:incident_notes(id, note, createdAt:created_at, ${by})`,
      )
      .eq('property_id', placeId)
      .eq('id', id)
      .order('created_at', { referencedTable: 'updates' })
      .order('created_at', { referencedTable: 'notes' })
      .maybeSingle(),
  );
  if (report === null) {
    throw new ApiError('not_found');
  }
  return report;
}

export type Report = Awaited<ReturnType<typeof getReport>>;

/** What else was reported from the same room, newest first: the same fault may have been there before. */
export function listEarlierReports(client: AccountClient, { id, roomId }: Report) {
  return client.query((db) =>
    db
      .from('incidents')
      .select('id, title, status, createdAt:created_at')
      .eq('room_id', roomId)
      .neq('id', id)
      .order('created_at', { ascending: false })
      .limit(10),
  );
}

export type EarlierReport = Awaited<ReturnType<typeof listEarlierReports>>[number];

/** As `read_guests_of_today` returns them: the reports that nobody has begun, and those whose time is nearly over or is over. */
export const reportsOfTodaySchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    priority: z.enum(priorities),
    status: z.enum(['open', 'in_progress']),
    roomNumber: z.string(),
    dueAt: z.string(),
    escalatesAt: z.string(),
    hasAssignee: z.boolean(),
  }),
);

export type ReportOfToday = z.infer<typeof reportsOfTodaySchema>[number];

/** The report that took a room out of order. Null where the desk did so by itself. */
export async function findClosingReport(client: AccountClient, placeId: string, roomId: string) {
  const [report] = await client.query((db) =>
    db
      .from('incidents')
      .select('id, title')
      .eq('property_id', placeId)
      .eq('room_id', roomId)
      .eq('closes_room', true)
      .order('created_at', { ascending: false })
      .limit(1),
  );
  return report ?? null;
}

/** Who can see to a report: who may read it. Housekeepers read nothing of guests, and a report may name its guest. */
export async function listAssignees(client: AccountClient, placeId: string) {
  const members = await client.query((db) =>
    db
      .from('property_members')
      .select('account:accounts!inner(id, name:display_name, email)')
      .eq('property_id', placeId)
      .neq('role', 'housekeeper')
      .order('created_at')
      .limit(200),
  );
  return members.map(({ account }) => ({ id: account.id, name: nameAccount(account) }));
}

/** What a colleague is called. Null for somebody whose account is gone. */
export function nameAccount(account: { name: string; email: string }): string {
  return account.name === '' ? account.email : account.name;
}
