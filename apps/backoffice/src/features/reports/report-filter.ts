import { z } from 'zod';
import { type Priority, priorities } from './report-rules';

const assignees = ['mine', 'nobody'] as const;

/** The filter in the address. What cannot be chosen there is left out, since anybody may write an address. */
export type ReportFilter = { priority: Priority | ''; assignee: (typeof assignees)[number] | '' };

const filterSchema = z.object({
  priority: z.enum(['', ...priorities]).catch(''),
  assignee: z.enum(['', ...assignees]).catch(''),
});

export function readReportFilter(query: Record<string, string | string[] | undefined>): ReportFilter {
  return filterSchema.parse(query);
}

/** How many of the reports that ended come before the page of an address. Anything but a number of them is none. */
export function readSkipped(query: Record<string, string | string[] | undefined>): number {
  const { after } = query;
  return typeof after === 'string' && /^\d{1,6}$/.test(after) ? Number(after) : 0;
}

/** What a query asks for. Without an assignee it asks for the reports of everybody, with null for those that nobody sees to. */
export type ReportCondition = { priority?: Priority; assigneeId?: string | null };

export function toCondition({ priority, assignee }: ReportFilter, accountId: string): ReportCondition {
  return {
    ...(priority === '' ? {} : { priority }),
    ...(assignee === '' ? {} : { assigneeId: assignee === 'mine' ? accountId : null }),
  };
}
