import { expect, test } from 'vitest';
import { mapLink, phoneLink, whatsappLink } from './contact-links.ts';

test.each([
  ['+84 236 555 0118', 'tel:+842365550118'],
  ['(02) 952.555-013', 'tel:02952555013'],
])('the phone number %s becomes a tel: link of digits and a leading plus', (phone, link) => {
  expect(phoneLink(phone)).toBe(link);
});

test('a WhatsApp link has digits only', () => {
  expect(whatsappLink('+84 905 550 118')).toBe('https://wa.me/84905550118');
});

test('a map link contains name and address unchanged, with any special characters', () => {
  const link = new URL(mapLink('Bed & Breakfast', '18 Bạch Đằng #2, Đà Nẵng'));
  expect(link.searchParams.get('query')).toBe('Bed & Breakfast, 18 Bạch Đằng #2, Đà Nẵng');
});
