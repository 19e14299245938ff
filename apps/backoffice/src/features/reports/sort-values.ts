import type { Report } from './queries';

/**
 * What the form of a report changes, as the values of its fields. Its version is these values: a message of the guest meanwhile
 * contradicts nothing.
 */
export function toSortValues({ priority, assigneeId }: Pick<Report, 'priority' | 'assigneeId'>) {
  const assignee = assigneeId ?? '';
  return { priority, assignee, version: `${priority} ${assignee}`.trim() };
}
