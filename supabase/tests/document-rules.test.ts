import { readFile } from 'node:fs/promises';
import {
  areCopiesForbidden,
  defaultDocuments,
  documentFields,
  documentLaws,
  documentTypes,
  findKeptData,
} from '@gudbro/domain';
import { describe, expect, it } from 'vitest';
import { documentRulesPath, formatDocumentRules } from '../scripts/write-document-rules.ts';
import { catchDatabaseError } from './support/database-error.ts';
import { impossible } from './support/desk-calls.ts';
import {
  begin,
  finish,
  insertDocument,
  listOwn,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  readDocument,
  storeSealed,
} from './support/document-calls.ts';
import { callByName } from './support/incident-calls.ts';
import { makeProperty } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { queryAs, signUpMember } from './support/people.ts';

/** Every country that was looked up, and one that nobody has looked up. */
const countries = [...documentLaws.map(({ country }) => country), 'ZZ'];

const everything = { nationality: 'FR', visaType: 'Tourist', visaExpiryDate: '2031-05-06' };

it('rules.sql is what the script writes', async () => {
  expect(await readFile(documentRulesPath, 'utf8')).toBe(formatDocumentRules());
});

onNativePostgres('the rules of documents', {}, (database) => {
  it.each(countries)('SQL and TypeScript say the same of %s', async (country) => {
    const [rule] = await database().sql('select * from private.document_rule($1)', [country]);
    const law = findKeptData(country);
    expect(rule).toEqual({
      fields: documentFields.filter((field) => law.fields.includes(field)),
      lead_fields: law.leadFields,
      are_copies_forbidden: areCopiesForbidden(country),
      fields_months: law.fieldsKept?.months ?? null,
      fields_after: law.fieldsKept?.after ?? null,
      image_months: law.imageKept?.months ?? null,
      must_be_seen: law.mustBeSeen,
    });
    const [mode] = await database().sql('select private.default_documents($1) as mode', [country]);
    expect(mode).toEqual({ mode: defaultDocuments(country) });
  });

  it('SQL and TypeScript know the same fields and kinds of documents', async () => {
    const property = await makeProperty(database());
    const choose = (fields: readonly string[]) =>
      database().sql('update public.accom_properties set document_fields = $2 where id = $1', [
        property.id,
        fields,
      ]);
    await choose(documentFields);
    await expect(choose(['shoeSize'])).rejects.toMatchObject({ code: '23514' });
    const [types] = await database().sql('select enum_range(null::public.document_type)::text[] as names');
    expect(types).toEqual({ names: documentTypes });
  });

  describe.each(countries)('of everything that a guest sends in %s', (country) => {
    it.each([
      ['the guest who booked', true],
      ['a companion', false],
    ])('only what its law lets be kept of %s is stored', async (_, isLead) => {
      const law = findKeptData(country);
      const allowed = documentFields.filter(
        (field) => law.fields.includes(field) && (isLead || !law.leadFields.includes(field)),
      );
      const { subject } = await makeStay(database(), await makeDocumentPlace(database(), { country }));
      const person = isLead ? {} : { newPerson: { name: 'Mia Johnson' } };
      const begun = await begin(database(), subject, { document: { ...everything, ...person } });
      expect(begun.keptFields).toEqual(allowed);
      await storeSealed(database(), begun.path);
      const forbidden = documentFields.filter((field) => !allowed.includes(field));
      for (const field of forbidden) {
        expect(await finish(database(), subject, begun, { fieldNames: [field] })).toMatchObject({
          reason: 'consent_changed',
        });
      }
      await finish(database(), subject, begun, { fieldNames: allowed });
      const row = await readDocument(database(), begun.id);
      const has = (field: (typeof documentFields)[number]) => allowed.includes(field);
      expect(row).toMatchObject({
        field_names: allowed,
        nationality: has('nationality') ? 'FR' : null,
        visa_type: has('visaType') ? 'Tourist' : null,
        visa_expiry_date: has('visaExpiryDate') ? expect.anything() : null,
        number_digest: has('documentNumber') ? expect.any(String) : null,
      });
    });
  });

  it('in Italy the document itself is recorded of the guest who booked alone, and the place is told to look at it', async () => {
    const { subject } = await makeStay(database(), await makeDocumentPlace(database(), { country: 'IT' }));
    const { policy } = await listOwn(database(), subject);
    expect(policy).toMatchObject({ leadFields: ['documentNumber', 'issuingState'], mustBeSeen: true });
    const companion = await begin(database(), subject, { document: { newPerson: { name: 'Mia' } } });
    expect(companion.keptFields).not.toContain('documentNumber');
    expect(companion.keptFields).not.toContain('issuingState');
  });

  const visaOf = async (country: string) => {
    const property = await makeDocumentPlace(database(), { country });
    const { subject } = await makeStay(database(), property);
    await makeDocument(database(), subject, { document: everything, sealed: { fieldNames: ['surname'] } });
    return callByName(database(), 'get_visa_status', { subject });
  };

  it('in Spain no visa is stored, so none is followed', async () => {
    expect(await visaOf('ES')).toEqual({ ok: true, visa: null });
  });

  it('where a visa may be kept, its guest reads until when it is valid', async () => {
    expect(await visaOf('VN')).toEqual({
      ok: true,
      visa: {
        expiryDate: '2031-05-06',
        daysRemaining: expect.any(Number),
        endsBeforeCheckOut: false,
        personId: null,
      },
    });
  });

  it('the visa that ends first counts for the party, and of one person the one that ends last', async () => {
    const { subject, booking } = await makeStay(database(), await makeDocumentPlace(database()));
    const visa = async () => (await callByName(database(), 'get_visa_status', { subject }))['visa'];
    const add = (ends: string, columns = {}) =>
      insertDocument(database(), booking, { visa_expiry_date: ends, ...columns });
    await add('2031-01-01');
    const { id } = await add('2032-01-01');
    expect(await visa()).toMatchObject({ expiryDate: '2032-01-01' });
    await begin(database(), subject, { document: { newPerson: { name: 'Mia' } } });
    const personId = (await listOwn(database(), subject)).people[0]?.id;
    await add('2031-06-01', { person_id: personId });
    expect(await visa()).toMatchObject({ expiryDate: '2031-06-01', personId });
    // Neither one that is not complete nor one that was rejected.
    await add('2033-01-01', { person_id: personId, stored_at: null });
    expect(await visa()).toMatchObject({ expiryDate: '2031-06-01' });
    await database().sql(
      `update public.accom_guest_documents set status = 'rejected', rejection_reason = 'Blurred', reviewed_at = now() where id = $1`,
      [id],
    );
    expect(await visa()).toMatchObject({ expiryDate: '2031-01-01', personId: null });
  });
});

onNativePostgres('pictures of documents', {}, (database) => {
  const forbidden = documentLaws.filter(({ copies }) => copies === 'must_not').map(({ country }) => country);
  const change = (id: string, columns: string) =>
    database().sql(`update public.accom_properties set ${columns} where id = $1`, [id]);
  const image = `access_settings = access_settings || '{"documents": "image"}'`;
  const reason = `document_image_reason = 'The police of the province ask for it.'`;

  it.each(forbidden)(
    'in %s need a reason, which cannot be taken away while they are kept',
    async (country) => {
      const { id } = await makeProperty(database(), { country });
      expect(await catchDatabaseError(change(id, image))).toEqual(impossible('copies_are_forbidden'));
      await change(id, `${image}, ${reason}`);
      expect(await catchDatabaseError(change(id, 'document_image_reason = null'))).toEqual(
        impossible('copies_are_forbidden'),
      );
      await change(
        id,
        `access_settings = access_settings || '{"documents": "off"}', document_image_reason = null`,
      );
    },
  );

  it.each(countries.filter((country) => !forbidden.includes(country)))('in %s need none', async (country) => {
    const { id } = await makeProperty(database(), { country });
    await change(id, image);
  });

  it('are refused to a manager as well, and to a place that moves to such a country', async () => {
    const property = await makeProperty(database(), { country: 'ES' });
    const manager = await signUpMember(database(), property.id, 'manager');
    const setAs = (columns: string) =>
      queryAs(
        database(),
        manager,
        `update public.accom_properties set ${columns} where id = $1 returning document_image_reason as reason`,
        [property.id],
      );
    expect(await catchDatabaseError(setAs(image))).toEqual(impossible('copies_are_forbidden'));
    expect(await setAs(`${image}, ${reason}`)).toEqual([
      { reason: 'The police of the province ask for it.' },
    ]);
    const moving = await makeProperty(database(), { country: 'VN' }, { documents: 'image' });
    expect(await catchDatabaseError(change(moving.id, `country = 'ES'`))).toEqual(
      impossible('copies_are_forbidden'),
    );
  });

  it.each(countries)(
    'are not what a new place in %s starts with where they are forbidden',
    async (country) => {
      const { access_settings } = await makeProperty(database(), { country });
      expect(access_settings['documents']).toBe(defaultDocuments(country));
      expect([access_settings['documents'], areCopiesForbidden(country)]).not.toEqual(['image', true]);
    },
  );
});
