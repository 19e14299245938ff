import { expect, test } from 'vitest';
import { clearDraftCookie, formatDraftCookie } from './request-draft';
import { requestFormSchema } from './request-form';

test('a name and an address that wait in a cookie go over https alone, where the site is on https', () => {
  const draft = { problem: 'taken' as const, fields: [], retryAfterSeconds: null };
  const form = requestFormSchema.parse({ guestName: 'Trần Văn Bình', guestEmail: 'binh@example.com' });
  for (const isSecure of [true, false]) {
    const cookies = [
      formatDraftCookie('a-place', draft, form, isSecure),
      clearDraftCookie('a-place', isSecure),
    ];
    expect(cookies.map((cookie) => cookie.endsWith('; Secure'))).toEqual([isSecure, isSecure]);
  }
});
