import { z } from 'zod';
import { fill, formatDay } from './fill.ts';
import { chooseWords, type GuestWords } from './guest-words.ts';
import { type Fact, renderMail } from './render-mail.ts';

const contact = z.string().nullable();

/** What the database says of a booking that a guest is mailed about. */
export const guestMailSchema = z.object({
  to: z.string().min(1),
  locale: z.string(),
  code: z.string(),
  guestName: z.string(),
  checkIn: z.iso.date(),
  checkOut: z.iso.date(),
  place: z.object({
    name: z.string(),
    address: z.string(),
    phone: contact,
    whatsapp: contact,
    email: contact,
    checkInTime: z.string(),
  }),
});

export type GuestMail = z.infer<typeof guestMailSchema>;

/** What a mail to a guest is about: a part of the messages. */
export type GuestNews =
  | 'confirmed'
  | 'confirmedAfterAll'
  | 'refused'
  | 'expired'
  | 'cancelled'
  | 'openAgain'
  | 'code';

/** Whether the booking's page can be opened then. */
const opensStay: Record<GuestNews, boolean> = {
  confirmed: true,
  confirmedAfterAll: true,
  code: true,
  refused: false,
  expired: false,
  cancelled: false,
  openAgain: false,
};

/** Writes a mail about a booking in the guest's language. The subject names the place, and nothing of the guest. */
export function composeGuestMail(news: GuestNews, mail: GuestMail, staysUrl: string) {
  const { locale, words } = chooseWords(mail.locale);
  const place = mail.place.name;
  const { subject, text } = words[news];
  const link = {
    label: words.open,
    href: `${staysUrl}/stay/${encodeURIComponent(mail.code)}`,
    hint: words.openHint,
  };
  const reach = listContacts(mail.place, words);
  return {
    locale,
    subject: fill(subject, { place }),
    ...renderMail({
      locale,
      greeting: fill(words.greeting, { name: mail.guestName }),
      paragraphs: [fill(text, { place })],
      facts: listFacts(news, mail, locale, words),
      ...(opensStay[news] ? { link } : {}),
      ...(reach.length === 0 ? {} : { contact: { heading: fill(words.reach, { place }), facts: reach } }),
      footer: fill(words.footer, { place }),
    }),
  };
}

function listFacts(news: GuestNews, mail: GuestMail, locale: string, words: GuestWords): Fact[] {
  const day = formatDay(mail.checkIn, locale);
  const { checkInTime: time } = mail.place;
  return [
    {
      label: words.arrival,
      value: opensStay[news] ? fill(words.arrivalFrom, { day, time }) : day,
    },
    { label: words.departure, value: formatDay(mail.checkOut, locale) },
    ...(opensStay[news] ? [{ label: words.bookingCode, value: mail.code }] : []),
  ];
}

function listContacts({ address, phone, whatsapp, email }: GuestMail['place'], words: GuestWords): Fact[] {
  return [
    ...(address === '' ? [] : [{ label: words.address, value: address }]),
    ...(phone === null
      ? []
      : [{ label: words.phone, value: phone, href: `tel:${phone.replaceAll(/[^\d+]/g, '')}` }]),
    ...(whatsapp === null
      ? []
      : [
          { label: words.whatsapp, value: whatsapp, href: `https://wa.me/${whatsapp.replaceAll(/\D/g, '')}` },
        ]),
    ...(email === null ? [] : [{ label: words.email, value: email, href: `mailto:${email}` }]),
  ];
}
