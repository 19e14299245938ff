import type { IconName } from '@gudbro/ui/icon';

/** Where a thing is shown, below `/p/{slug}/`, and the icon of that screen. */
const things = {
  order: { screen: 'orders', icon: 'cart' },
  report: { screen: 'reports', icon: 'wrench' },
  request: { screen: 'bookings', icon: 'calendar' },
  document: { screen: 'documents', icon: 'idCard' },
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
  document_new: 'document',
  document_erasure: 'document',
  document_not_gone: 'erased',
  visa_14: 'document',
  visa_7: 'document',
  visa_3: 'document',
  visa_short: 'document',
} as const;

export type Kind = keyof typeof thingOfKind;

export const kinds = Object.keys(thingOfKind) as Kind[]; // TypeScript has the keys of an object as strings

/** What is about no thing of a guest, by the screen that explains it. */
const screensOfManagers = {
  job: { screen: 'settings/failed-messages', icon: 'mail' },
  erased: { screen: 'settings/documents', icon: 'idCard' },
} as const satisfies Record<string, { screen: string; icon: IconName }>;

export function iconOfKind(kind: Kind): IconName {
  const thing = thingOfKind[kind];
  return thing === 'job' || thing === 'erased' ? screensOfManagers[thing].icon : things[thing].icon;
}

/** The screen of what a notification tells of. */
export function formatThingPath(slug: string, kind: Kind, thingId: string): string {
  const thing = thingOfKind[kind];
  return thing === 'job' || thing === 'erased'
    ? `/p/${slug}/${screensOfManagers[thing].screen}`
    : `/p/${slug}/${things[thing].screen}/${thingId}`;
}
