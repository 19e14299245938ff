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
  'once %s was changed, it has another: the first one is not answered in its place',
  (_what, changed, photos) => {
    expect(keyOfReport(changed, photos)).not.toBe(keyOfReport(draft, [photo]));
  },
);

test('two reports with the same words are two', () => {
  const another = { ...draft, key: newDraft().key };
  expect(keyOfReport(another, [])).not.toBe(keyOfReport(draft, []));
});

test('the key is of the length the house takes', () => {
  const long = { ...draft, description: 'x'.repeat(2000) };
  expect(keyOfReport(long, [photo, photo, photo])).toMatch(/^[\w-]{34,60}$/);
});
