import { expect, test } from 'vitest';
import { keyOfReport, newDraft, toReportBody } from './report-draft';

const draft = { ...newDraft(), title: 'Cold shower', description: 'Since noon.' };
const photo = new File(['a picture'], 'photo.jpg', { lastModified: 1 });

test('a report that is sent again unchanged has the same idempotency key', () => {
  expect(keyOfReport({ ...draft, title: ' Cold shower ' }, [photo])).toBe(keyOfReport(draft, [photo]));
});

test.each([
  ['text', { ...draft, description: 'Since noon. Now warm.' }, [photo]],
  ['priority', { ...draft, priority: 'urgent' as const }, [photo]],
  ['photos', draft, []],
])('a report has another idempotency key once its %s changed', (_what, changed, photos) => {
  expect(keyOfReport(changed, photos)).not.toBe(keyOfReport(draft, [photo]));
});

test('a report without photos is sent as JSON, and as a form with them', () => {
  const fields = { title: 'Cold shower', description: 'Since noon.', priority: draft.priority };
  expect(toReportBody(draft, [])).toEqual(fields);
  const body = toReportBody({ ...draft, areaId: 'area-1' }, [photo]);
  expect([...(body as FormData).keys()]).toEqual(['title', 'description', 'priority', 'areaId', 'photos']);
});

test('two reports with the same text have different idempotency keys', () => {
  const another = { ...draft, key: newDraft().key };
  expect(keyOfReport(another, [])).not.toBe(keyOfReport(draft, []));
});

test('the idempotency key of a long report has a length that the server accepts', () => {
  const long = { ...draft, description: 'x'.repeat(2000) };
  expect(keyOfReport(long, [photo, photo, photo])).toMatch(/^[\w-]{34,60}$/);
});
