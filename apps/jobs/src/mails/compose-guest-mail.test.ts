import { expect, it } from 'vitest';
import { composeGuestMail, type GuestMail, type GuestNews } from './compose-guest-mail.ts';
import { guestWords } from './guest-words.ts';

const mail: GuestMail = {
  to: 'ana@example.com',
  locale: 'en',
  code: 'BK-GUEST2',
  guestName: 'Ana Silva',
  checkIn: '2026-12-04',
  checkOut: '2026-12-06',
  place: {
    name: 'Lantern House',
    address: '12 Trần Phú',
    phone: '+84 236 382 2222',
    whatsapp: '+84 90 123 45 67',
    email: 'desk@lantern.example',
    checkInTime: '14:00',
  },
};
const staysUrl = 'https://stays.example.com';
const compose = (news: GuestNews, changes: Partial<GuestMail> = {}) =>
  composeGuestMail(news, { ...mail, ...changes }, staysUrl);

it('says what was confirmed, when, with which code, where it is opened and how the place is reached', () => {
  const { subject, text } = compose('confirmed');
  expect(subject).toBe('Lantern House: your stay is confirmed');
  expect(text).toBe(`Hello Ana Silva,

Your stay at Lantern House is confirmed. We look forward to seeing you.

Arrival: Friday, December 4, 2026, from 14:00
Departure: Sunday, December 6, 2026
Booking code: BK-GUEST2

Open your stay: https://stays.example.com/stay/BK-GUEST2
The page asks for the code and your last name.

How to reach Lantern House
Address: 12 Trần Phú
Phone: +84 236 382 2222
WhatsApp: +84 90 123 45 67
Email: desk@lantern.example

--
Lantern House sent you this mail because this address was given for a stay there.`);
});

it.each(['refused', 'expired', 'cancelled', 'openAgain'] as const)(
  'names no code and no page that opens nothing: %s',
  (news) => {
    const { text, html } = compose(news);
    for (const form of [text, html]) {
      expect(form).not.toContain('BK-GUEST2');
      expect(form).not.toContain(staysUrl);
      expect(form).toContain('December 4');
    }
  },
);

it.each(Object.keys(guestWords))('is written in %s, its days too', (locale) => {
  const { html, text, subject } = compose('confirmed', { locale });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date('2026-12-04T00:00Z'),
  );
  expect(text).toContain(day);
  expect(html).toContain(`<html lang="${locale}">`);
  expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
});

it('leaves out what the place has not given', () => {
  const place = { ...mail.place, address: '', phone: null, whatsapp: null, email: null };
  const { text } = compose('confirmed', { place });
  expect(text).not.toMatch(/How to reach|null|Phone/);
});

it('escapes what guests and owners wrote', () => {
  const { html } = compose('confirmed', {
    guestName: '<script>alert(1)</script>',
    place: { ...mail.place, name: '"><img src=x>', phone: '"><b>1', email: '"onclick="x' },
  });
  expect(html).not.toMatch(/<script|<img|<b>|"onclick/);
  expect(html).toContain('&lt;script&gt;');
});
