import type { ApiInput } from '@gudbro/guest-api/api-types';
import { incidentPriorities } from '@gudbro/guest-api/priority';
import { z } from 'zod/mini';
import { generateId } from '@/client/generate-id';
import { idempotencyKeyOf } from './idempotency-key';

const draftSchema = z.object({
  title: z.string(),
  description: z.string(),
  priority: z.enum(incidentPriorities),
  areaId: z.string(),
  key: z.string(),
  /** The idempotency key of a try without a response: that report may have arrived. */
  tried: z._default(z.string(), ''),
});

/** A report while it is typed. From `key` and the content comes the idempotency key: a retry makes no second report. */
export type ReportDraft = z.infer<typeof draftSchema>;

const storageKeyOf = (code: string) => `report:${code}`;

export function newDraft(): ReportDraft {
  return { title: '', description: '', priority: 'medium', areaId: '', key: generateId(), tried: '' };
}

/** The draft of this tab. Not stored for longer than the tab: the next guest may use the same tablet. */
export function readStoredDraft(code: string): ReportDraft {
  try {
    const text = sessionStorage.getItem(storageKeyOf(code));
    return text === null ? newDraft() : draftSchema.parse(JSON.parse(text));
  } catch {
    return newDraft(); // storage is disabled, or holds something else
  }
}

export function storeDraft(code: string, draft: ReportDraft): void {
  try {
    sessionStorage.setItem(storageKeyOf(code), JSON.stringify(draft));
  } catch {
    // Disabled or full: the draft lasts until the page is closed.
  }
}

export function removeStoredDraft(code: string): void {
  try {
    sessionStorage.removeItem(storageKeyOf(code));
  } catch {
    // Disabled: there is nothing to remove.
  }
}

export function keyOfReport(draft: ReportDraft, photos: readonly File[]): string {
  const { title, description, priority, areaId, key } = draft;
  const pictures = photos.flatMap(({ size, lastModified }) => [size, lastModified]);
  return idempotencyKeyOf(key, [title.trim(), description.trim(), priority, areaId, ...pictures]);
}

/** The body of the report: a form where it has photos, which the server has to admit first, and JSON where it has none. */
export function toReportBody(
  draft: ReportDraft,
  photos: readonly File[],
): ApiInput<'POST /api/stay/[code]/incidents'>['body'] {
  const fields = {
    title: draft.title.trim(),
    description: draft.description.trim(),
    priority: draft.priority,
    ...(draft.areaId === '' ? {} : { areaId: draft.areaId }),
  };
  if (photos.length === 0) {
    return fields;
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.set(name, value);
  }
  for (const photo of photos) {
    form.append('photos', photo);
  }
  return form;
}
