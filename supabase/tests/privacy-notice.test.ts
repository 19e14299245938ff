import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { callAsStaysServer, makeClient } from './support/guest-calls.ts';
import { makeProperty } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

onNativePostgres('the privacy notice of a property', {}, (database) => {
  const read = (slug: string | null, client = makeClient(), locale: string | null = null) =>
    callAsStaysServer(database(), 'public.get_privacy_notice($1, $2, $3)', [slug, client, locale]);

  it('has the place, what it collects of documents and for how long, and nothing else', async () => {
    const property = await makeProperty(
      database(),
      {
        country: 'ES',
        address: 'Calle Mayor 1',
        contact_phone: '+34 952 555 013',
        contact_whatsapp: null,
        contact_email: 'desk@example.com',
        wifi_network: 'Secret',
        wifi_password: 'lantern-42',
        document_retention_days: 9,
        document_fields: ['surname', 'documentNumber', 'expiryDate'],
        document_image_reason: 'The police of the province ask for it.',
      },
      { documents: 'image' },
    );
    expect(await read(property.slug)).toEqual({
      ok: true,
      place: {
        name: expect.any(String),
        slug: property.slug,
        address: 'Calle Mayor 1',
        phone: '+34 952 555 013',
        whatsapp: null,
        email: 'desk@example.com',
      },
      policy: {
        mode: 'image',
        country: 'ES',
        // The law of Spain lets no place keep the date of expiry.
        fields: ['surname', 'documentNumber'],
        leadFields: [],
        daysAfterDeparture: 9,
        imageMonths: null,
        fieldsMonths: 36,
        fieldsAfter: 'departure',
        mustBeSeen: false,
        consentVersion: expect.any(String),
      },
    });
  });

  it('names the place in the reader’s language', async () => {
    const property = await makeProperty(database(), {
      name: 'Quiet House',
      translations: { de: { name: 'Stilles Haus', houseRules: ['Leise'] } },
    });
    const notice = await read(property.slug, makeClient(), 'de');
    expect(notice['place']).toMatchObject({ name: 'Stilles Haus' });
    expect(notice['place']).not.toHaveProperty('translated');
  });

  it('is public also where the rooms’ pages are hidden', async () => {
    const hidden = await makeProperty(database(), {}, { browse_requires_verification: true });
    expect(await read(hidden.slug)).toMatchObject({ ok: true, place: { slug: hidden.slug } });
  });

  it('of a closed property or of an unknown slug is not_found', async () => {
    const closed = await makeProperty(database(), { is_active: false });
    for (const slug of [closed.slug, 'no-such-property', '', null]) {
      expect(await read(slug)).toEqual({ ok: false, error: 'not_found' });
    }
  });

  it('is refused after too many unknown slugs', async () => {
    const property = await makeProperty(database());
    await runWithinOneMinute(database(), async () => {
      const client = makeClient();
      for (let miss = 0; miss < 30; miss += 1) {
        await read('no-such-property', client);
      }
      expect(await read(property.slug, client)).toMatchObject({ ok: false, error: 'rate_limited' });
    });
  });
});
