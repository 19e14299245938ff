import type { IconName } from '@gudbro/ui/icon';

/** Where a thing is shown, below `/p/{slug}/`, and the icon of that screen. */
const things = {
  order: { screen: 'orders', icon: 'cart' },
  report: { screen: 'reports', icon: 'wrench' },
  request: { screen: 'bookings', icon: 'calendar' },
} as const satisfies Record<string, { screen: string; icon: IconName }>;

/** The kinds in the order in which a person chooses among them, each with what it is about. */
const thingOfKind = {
  order_new: 'order',
  order_late: 'order',
  order_cancelled: 'order',
  report_new: 'report',
  report_reply: 'report',
  report_assigned: 'report',
  report_due_soon: 'report',
  report_overdue: 'report',
  request_new: 'request',
  job_failed: 'job',
} as const;

export type Kind = keyof typeof thingOfKind;

export const kinds = Object.keys(thingOfKind) as Kind[]; // TypeScript has the keys of an object as strings

export function iconOfKind(kind: Kind): IconName {
  const thing = thingOfKind[kind];
  return thing === 'job' ? 'mail' : things[thing].icon;
}

/** The screen of what a notification tells of. */
export function formatThingPath(slug: string, kind: Kind, thingId: string): string {
  const thing = thingOfKind[kind];
  return thing === 'job'
    ? `/p/${slug}/settings/failed-messages`
    : `/p/${slug}/${things[thing].screen}/${thingId}`;
}
