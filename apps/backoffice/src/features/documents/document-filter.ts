import { z } from 'zod';
import { type DocumentStatus, documentStatuses } from './document-schemas';

type Query = Record<string, string | string[] | undefined>;

export type DocumentFilter = { status: DocumentStatus | '' };

const filterSchema = z.object({ status: z.enum(['', ...documentStatuses]).catch('') });

/** The filter in an address. What cannot be chosen there is left out, since anybody may write an address. */
export function readDocumentFilter(query: Query): DocumentFilter {
  return filterSchema.parse(query);
}

/** How many documents come before the page of an address. Anything but a number of them is none. */
export function readSkipped({ after }: Query): number {
  return typeof after === 'string' && /^\d{1,6}$/.test(after) ? Number(after) : 0;
}
