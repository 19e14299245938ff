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

/** How a report stands with its due time. One that ended has none. */
export function readDue(
  { status, dueAt, escalatesAt }: { status: ReportStatus; dueAt: string; escalatesAt: string },
  now: Date,
): Due {
  if (status === 'resolved' || status === 'closed') {
    return 'none';
  }
  if (Date.parse(dueAt) <= now.getTime()) {
    return 'missed';
  }
  return Date.parse(escalatesAt) <= now.getTime() ? 'soon' : 'ahead';
}

/** Whether the screens are loud about a report: its time is nearly over, or is over. */
export function isEscalated(report: Parameters<typeof readDue>[0], now: Date): boolean {
  const due = readDue(report, now);
  return due === 'soon' || due === 'missed';
}
