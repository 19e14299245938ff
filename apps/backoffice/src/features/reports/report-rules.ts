import type { Database } from '@gudbro/db-types';

export type ReportStatus = Database['public']['Enums']['incident_status'];
export type Priority = Database['public']['Enums']['incident_priority'];

/** The most urgent first. */
export const priorities = ['urgent', 'high', 'medium', 'low'] as const satisfies readonly Priority[];

const steps: Record<ReportStatus, readonly ReportStatus[]> = {
  open: ['in_progress'],
  in_progress: ['resolved'],
  resolved: ['closed', 'open'],
  closed: ['open'],
};

/** The steps that a report can take. SQL allows the same. */
export function listNextSteps(status: ReportStatus): readonly ReportStatus[] {
  return steps[status];
}

export type Due = 'none' | 'ahead' | 'soon' | 'missed';

/** How much of the time until a report is due counts as soon. */
const soonPart = 0.25;

/** How a report stands with its due time. One that ended has none. */
export function readDue(
  { status, createdAt, dueAt }: { status: ReportStatus; createdAt: string; dueAt: string },
  now: Date,
): Due {
  if (status === 'resolved' || status === 'closed') {
    return 'none';
  }
  const left = Date.parse(dueAt) - now.getTime();
  if (left <= 0) {
    return 'missed';
  }
  return left <= (Date.parse(dueAt) - Date.parse(createdAt)) * soonPart ? 'soon' : 'ahead';
}
