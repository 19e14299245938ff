import { z } from 'zod/mini';
import { generateId } from '../actions/generate-id';
import { incidentPriorities } from './priority';
import { keyOfWriting } from './write-key';

const draftSchema = z.object({
  title: z.string(),
  description: z.string(),
  priority: z.enum(incidentPriorities),
  areaId: z.string(),
  key: z.string(),
  /** The idempotency key of a try that was not answered: it may have arrived. */
  tried: z._default(z.string(), ''),
});

/** A report while it is typed. Its key, with what is in it, makes a double tap, and a retry, one report. */
export type ReportDraft = z.infer<typeof draftSchema>;

const placeOf = (code: string) => `report:${code}`;

export function newDraft(): ReportDraft {
  return { title: '', description: '', priority: 'medium', areaId: '', key: generateId(), tried: '' };
}

/** What was typed in this tab before. Not beyond it: the next guest may hold the same tablet. */
export function readStoredDraft(code: string): ReportDraft {
  try {
    const text = sessionStorage.getItem(placeOf(code));
    return text === null ? newDraft() : draftSchema.parse(JSON.parse(text));
  } catch {
    return newDraft(); // storage is switched off, or holds something else
  }
}

export function storeDraft(code: string, draft: ReportDraft): void {
  try {
    sessionStorage.setItem(placeOf(code), JSON.stringify(draft));
  } catch {
    // Switched off or full: the draft lives as long as the page.
  }
}

export function forgetDraft(code: string): void {
  try {
    sessionStorage.removeItem(placeOf(code));
  } catch {
    // Switched off: there is nothing to forget.
  }
}

export function keyOfReport(draft: ReportDraft, photos: readonly File[]): string {
  const { title, description, priority, areaId, key } = draft;
  const pictures = photos.flatMap(({ size, lastModified }) => [size, lastModified]);
  return keyOfWriting(key, [title.trim(), description.trim(), priority, areaId, ...pictures]);
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
