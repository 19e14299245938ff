import { expect, test } from 'vitest';
import { clearDraftCookie, formatDraftCookie, readDraft } from './request-draft';
import { requestFormSchema } from './request-form';

const form = requestFormSchema.parse({ guestFirstName: 'Văn Bình', guestEmail: 'binh@example.com' });
const draft = { error: { error: 'conflict' as const, reason: 'bed_is_taken' as const }, fields: [] };

test('the draft cookie is HttpOnly, and Secure where the site is on https', () => {
  const start = '; Max-Age=600; Path=/beach-view; HttpOnly; ';
  expect(formatDraftCookie('beach-view', draft, form, true)).toMatch(
    new RegExp(`${start}Secure; SameSite=Lax$`),
  );
  expect(formatDraftCookie('beach-view', draft, form, false)).toMatch(new RegExp(`${start}SameSite=Lax$`));
  expect(clearDraftCookie('beach-view', true)).toBe(
    'booking_form=; Max-Age=0; Path=/beach-view; HttpOnly; Secure; SameSite=Lax',
  );
});

test('the draft cookie is read back with the error and the values that were typed', () => {
  const [pair = ''] = formatDraftCookie('beach-view', draft, form, true).split(';');
  const [name = '', value = ''] = pair.split('=');
  const read = readDraft({ get: (wanted) => (wanted === name ? { value } : undefined) });
  expect(read).toMatchObject({
    ...draft,
    values: { guestFirstName: form.guestFirstName, guestEmail: form.guestEmail },
  });
});
