import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaysLocale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { PrivacyNotice } from './privacy-notice';
import { getPrivacyNotice } from './queries';

const client = 'a-caller-of-this-test';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

/** What the notice says, a line for each text. */
async function readNotice(slug: string, locale: StaysLocale = 'en'): Promise<string> {
  const notice = await getPrivacyNotice(slug, client, locale);
  // The types of messages are those of pages and sheets together: see next-intl.d.ts.
  const messages = messagesOf[locale] as never;
  const document = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <PrivacyNotice notice={notice} />
    </NextIntlClientProvider>,
  );
  return document.replaceAll(/<\/(?:p|dt|li|h2|address)>/g, '\n').replaceAll(/<[^>]+>/g, '');
}

/** Adds a place that keeps documents for a day, and returns its slug. The country of one with guests is fixed. */
async function addPlace(country: string, documents: 'fields_only' | 'image'): Promise<string> {
  const slug = `place-${country.toLowerCase()}`;
  await stays.database.sql(
    `insert into public.accom_properties (owner_id, slug, short_code, name, type, timezone, country, currency,
       document_image_reason, document_retention_days, access_settings)
     select owner_id, $1, $2, 'Another place', type, timezone, $3, currency,
       'The police of the province ask for it.', 1, access_settings || jsonb_build_object('documents', $4::text)
     from public.accom_properties where slug = 'sunset-hotel'`,
    [slug, `PL${country}`, country, documents],
  );
  return slug;
}

test('the notice names the place and its contacts', async () => {
  const text = await readNotice('quiet-house');
  expect(text).toContain('Quiet House decides what is collected about you');
  expect(text).toContain('+34 952 555 013');
  expect(text).toContain('carmen@quiet-house.example');
});

test('in Vietnam, whose law sets no time, it names all fields, the days of the place and the law', async () => {
  const text = await readNotice('sunset-hotel');
  expect(text).toContain(
    'The kind of document, and from it: surname, given names, sex, date of birth, nationality, country of issue, ' +
      'document number, date of expiry, kind of visa, and end of the visa.',
  );
  expect(text).toContain('No picture of the document.');
  expect(text).toContain('the law of the country (Vietnam) wants every guest to be registered');
  expect(text).toContain('has to report the stay to the authorities within 12 hours');
  expect(text).toContain('Looked up on November 26, 2026: Law 47/2014 art. 33');
  expect(text).toContain('The details are deleted 15 days after your departure. The house has chosen');
  expect(text).not.toContain('The picture');
});

test('in Spain it names no end of a document, and the months of the law', async () => {
  const text = await readNotice('quiet-house');
  expect(text).toContain(
    'from it: surname, given names, sex, date of birth, nationality, and document number.',
  );
  expect(text).not.toContain('date of expiry');
  expect(text).toContain('Royal Decree 933/2021');
  expect(text).toContain('The law makes the house keep the details for 36 months after your departure.');
  expect(text).toContain(
    'If a document is not accepted, its details are deleted 15 days after your departure.',
  );
});

test('it names what is stored without encryption: of what the place asks for, what lists and warnings need', async () => {
  expect(await readNotice('sunset-hotel')).toContain(
    'Of what a document says, only this is not encrypted, because the desk needs it for its lists and warnings: kind of document, ' +
      'nationality, kind of visa, and end of the visa.',
  );
  const spanish = await readNotice('quiet-house');
  expect(spanish).toContain('lists and warnings: kind of document and nationality.');
  expect(spanish).toContain('A code is made from the number');
  const setFields = (fields: string[] | null) =>
    stays.database.sql(`update public.accom_properties set document_fields = $1 where slug = 'quiet-house'`, [
      fields,
    ]);
  await setFields(['surname']);
  const little = await readNotice('quiet-house');
  await setFields(null);
  expect(little).toContain('lists and warnings: kind of document.');
  expect(little).not.toContain('A code is made from the number');
});

test('a place that collects no documents says so, and nothing of fields or times', async () => {
  const text = await readNotice('palm-resort');
  expect(text).toContain('The house collects no documents in this app.');
  expect(text).not.toContain('surname');
  expect(text).not.toContain('days after your departure');
});

test('with pictures it says when they go: once they are checked, or when the law lets them', async () => {
  expect(await readNotice(await addPlace('VN', 'image'))).toContain(
    'deleted less than half an hour after the team has checked it, and at the latest 1 day after your departure.',
  );
  const text = await readNotice(await addPlace('JP', 'image'));
  expect(text).toContain('Also a picture or a PDF of the document.');
  expect(text).toContain('The law makes the house keep the picture for 36 months after you sent it.');
  expect(text).toContain('keep the details for 36 months after you sent them.');
});

test('what is asked of the guest who booked alone stands apart', async () => {
  const text = await readNotice(await addPlace('IT', 'fields_only'));
  expect(text).toContain('Only from the guest who booked: country of issue and document number.');
  expect(text).toContain('Somebody at the desk also has to see the document itself.');
});

test.each([
  ['BR', 'Uns ist kein Recht des Landes (Brasilien) bekannt'],
  ['ZZ', 'Das Haus hat gewählt, wonach es fragt.'],
])('a country that nobody has looked up (%s) has no sources: the place has chosen', async (country, rule) => {
  const text = await readNotice(await addPlace(country, 'fields_only'), 'de');
  expect(text).toContain(rule);
  expect(text).not.toContain('Nachgeschlagen');
});

test('an unknown slug has no notice', async () => {
  await expect(getPrivacyNotice('no-such-property', client, 'en')).rejects.toMatchObject({
    code: 'not_found',
  });
});
