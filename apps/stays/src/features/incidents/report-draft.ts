import { z } from 'zod/mini';
import { generateId } from '../actions/generate-id';
import { idempotencyKeyOf } from './idempotency-key';
import { incidentPriorities } from './priority';

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

export function toReportForm(draft: ReportDraft, photos: readonly File[]): FormData {
  const form = new FormData();
  form.set('title', draft.title.trim());
  form.set('description', draft.description.trim());
  form.set('priority', draft.priority);
  if (draft.areaId !== '') {
    form.set('areaId', draft.areaId);
  }
  for (const photo of photos) {
    form.append('photos', photo);
  }
  return form;
}
