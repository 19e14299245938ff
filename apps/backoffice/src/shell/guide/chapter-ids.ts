/** The chapters of the owners' guide in their order. The names are part of their addresses. */
export const chapterIds = [
  'start',
  'rooms',
  'signs',
  'wifi',
  'access',
  'offer',
  'guests',
  'codes',
  'documents',
  'ready',
  'people',
  'trouble',
] as const;

export type ChapterId = (typeof chapterIds)[number];
