import { expect, test } from 'vitest';
import { keyOfReport, newDraft } from './report-draft';

const draft = { ...newDraft(), title: 'Cold shower', description: 'Since noon.' };
const photo = new File(['a picture'], 'photo.jpg', { lastModified: 1 });

test('a report sent again as it is has the key it had', () => {
  expect(keyOfReport({ ...draft, title: ' Cold shower ' }, [photo])).toBe(keyOfReport(draft, [photo]));
});

test.each([
  ['its text', { ...draft, description: 'Since noon. Now warm.' }, [photo]],
  ['how pressing it is', { ...draft, priority: 'urgent' as const }, [photo]],
  ['its photos', draft, []],
])(
  'a report of which %s was changed has another key, so that the first one is not returned in its place',
  (_what, changed, photos) => {
    expect(keyOfReport(changed, photos)).not.toBe(keyOfReport(draft, [photo]));
  },
);

test('two reports with the same words have two keys', () => {
  const another = { ...draft, key: newDraft().key };
  expect(keyOfReport(another, [])).not.toBe(keyOfReport(draft, []));
});

test('the key of a report has a length that the API takes', () => {
  const long = { ...draft, description: 'x'.repeat(2000) };
  expect(keyOfReport(long, [photo, photo, photo])).toMatch(/^[\w-]{34,60}$/);
});
