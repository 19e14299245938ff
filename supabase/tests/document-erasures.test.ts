import { beforeAll, beforeEach, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { call, conflict, forbidden, impossible, notFound } from './support/desk-calls.ts';
import {
  begin,
  insertDocument,
  listDocuments,
  listOwn,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  readDocument,
} from './support/document-calls.ts';
import { callByName } from './support/incident-calls.ts';
import type { Property } from './support/make-property.ts';
import { listUnread } from './support/notification-calls.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import type { Subject } from './support/order-calls.ts';
import { type Member, type Person, signUpMember } from './support/people.ts';

onNativePostgres('the erasure of a document by the desk', {}, (database) => {
  let property: Property;
  let owner: Member;
  let manager: Member;
  let staff: Member;
  let colleague: Member;
  let subject: Subject;
  let id: string;

  beforeAll(async () => {
    property = await makeDocumentPlace(database());
    owner = await signUpMember(database(), property.id, 'owner');
    manager = await signUpMember(database(), property.id, 'manager');
    staff = await signUpMember(database(), property.id, 'staff');
    colleague = await signUpMember(database(), property.id, 'staff');
  });
  beforeEach(async () => {
    ({ subject } = await makeStay(database(), property));
    ({ id } = await makeDocument(database(), subject));
  });

  const own = async () => {
    const documents = await listDocuments(database(), staff, property);
    return documents.find((one) => one.id === id);
  };
  const verify = () =>
    database().sql(
      `update public.accom_guest_documents set status = 'verified', reviewed_at = now() where id = $1`,
      [id],
    );
  const eraseNow = (person: Person = manager, reason: string | null = 'Asked by mail', document_id = id) =>
    call(database(), person, 'erase_document_now', { document_id, reason });
  const hold = (reason: string | null, person: Person = owner) =>
    call(database(), person, 'hold_document', { document_id: id, reason });
  const waitingFor = (person: Member) =>
    database().sql(
      'select kind from public.notifications where thing_id = $1 and account_id = $2 and settled_at is null',
      [id, person.accountId],
    );
  const erasures = () =>
    database().sql(
      `select part, rule, reason, actor, account_id from public.document_erasures where document_id = $1 order by part`,
      [id],
    );

  it('takes the whole document, with the reason and whoever gave it', async () => {
    await eraseNow(manager, ' Asked by mail ');
    expect(await readDocument(database(), id)).toBeUndefined();
    const by = {
      rule: 'erased_by_desk',
      reason: 'Asked by mail',
      actor: 'account',
      account_id: manager.accountId,
    };
    expect(await erasures()).toEqual([
      { part: 'fields', ...by },
      { part: 'image', ...by },
    ]);
    const actions = await database().sql(
      `select detail, account_id from public.audit_log where row_id = $1 and action = 'document_erased'`,
      [id],
    );
    expect(actions).toEqual([{ detail: {}, account_id: manager.accountId }]);
    expect(await waitingFor(colleague)).toEqual([]);
    expect((await listOwn(database(), subject)).documents).toEqual([]);
  });

  it('needs a manager and a reason', async () => {
    expect(await catchDatabaseError(eraseNow(staff))).toEqual(forbidden);
    for (const reason of [null, '', '  ', 'x'.repeat(501)]) {
      expect(await catchDatabaseError(eraseNow(manager, reason))).toEqual(
        impossible('erasure_needs_a_reason'),
      );
    }
    expect(await erasures()).toEqual([]);
  });

  it('leaves what the law wants kept, and takes the picture if the law does not want that', async () => {
    const place = await makeDocumentPlace(database(), { country: 'DE', timezone: 'UTC' });
    const head = await signUpMember(database(), place.id, 'manager');
    const made = await makeStay(database(), place);
    const verified = { status: 'verified', reviewed_at: new Date().toISOString() };
    const kept = await insertDocument(database(), made.booking, verified);
    await call(database(), head, 'erase_document_now', { document_id: kept.id, reason: 'Asked' });
    expect(await readDocument(database(), kept.id)).toMatchObject({ storage_path: null, image_key: null });
    const again = call(database(), head, 'erase_document_now', { document_id: kept.id, reason: 'Asked' });
    expect(await catchDatabaseError(again)).toMatchObject({
      message: 'conflict',
      detail: { reason: 'document_is_kept_by_law', until: expect.stringMatching(/T00:00:00Z$/) },
    });
    // What was not checked, or was rejected, the law does not want.
    const pending = await insertDocument(database(), made.booking);
    await call(database(), head, 'erase_document_now', { document_id: pending.id, reason: 'Asked' });
    expect(await readDocument(database(), pending.id)).toBeUndefined();
  });

  it('leaves a picture that the law wants kept as well', async () => {
    const place = await makeDocumentPlace(database(), { country: 'JP' });
    const head = await signUpMember(database(), place.id, 'manager');
    const made = await makeStay(database(), place);
    const verified = { status: 'verified', reviewed_at: new Date().toISOString() };
    const kept = await insertDocument(database(), made.booking, verified);
    await expect(
      call(database(), head, 'erase_document_now', { document_id: kept.id, reason: 'Asked' }),
    ).rejects.toMatchObject({ message: 'conflict' });
    expect(await readDocument(database(), kept.id)).toMatchObject({ storage_path: kept.storage_path });
  });

  it('leaves what an owner holds, until they let it go', async () => {
    for (const person of [staff, manager]) {
      expect(await catchDatabaseError(hold('The police ask for it', person))).toEqual(forbidden);
    }
    await hold(' The police ask for it ');
    expect(await own()).toMatchObject({ holdReason: 'The police ask for it' });
    expect((await listOwn(database(), subject)).documents).toMatchObject([{ isHeld: true }]);
    expect(JSON.stringify(await listOwn(database(), subject))).not.toContain('police ask');
    expect(await catchDatabaseError(eraseNow())).toEqual(conflict('document_is_held'));
    await hold(null);
    expect(await own()).toMatchObject({ holdReason: null });
    await eraseNow();
    const actions = await database().sql<{ action: string }>(
      `select action from public.audit_log where row_id = $1 and action in ('document_held', 'document_released')
       order by created_at`,
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual(['document_held', 'document_released']);
  });

  it('is asked for by the guest, told once, and settled when it is done', async () => {
    await verify();
    const ask = (document_id = id, of: Subject = subject) =>
      callByName(database(), 'ask_for_erasure', { subject: of, document_id });
    const first = await ask();
    expect(first).toMatchObject({ ok: true, document: { id, erasureAskedAt: expect.any(String) } });
    const told = () =>
      database().sql('select happened_at from public.notifications where thing_id = $1 and kind = $2', [
        id,
        'document_erasure',
      ]);
    const before = await told();
    expect(await ask()).toEqual(first);
    expect(await told()).toEqual(before);
    expect(await listUnread(database(), colleague, property)).toContain('document_erasure');
    expect(await own()).toMatchObject({ erasureAskedAt: expect.any(String) });
    expect(await ask(id, (await makeStay(database(), property)).subject)).toEqual({
      ok: false,
      error: 'not_found',
    });
    const begun = await begin(database(), subject);
    expect(await ask(begun.id)).toEqual({ ok: false, error: 'not_found' });
    await eraseNow();
    expect(await waitingFor(colleague)).toEqual([]);
  });

  it('finds no document of another place, and none that there is not', async () => {
    const other = await signUpMember(database(), (await makeDocumentPlace(database())).id, 'owner');
    for (const [person, document_id] of [
      [other, id],
      [manager, crypto.randomUUID()],
    ] as const) {
      expect(await catchDatabaseError(eraseNow(person, 'Asked', document_id))).toEqual(notFound);
    }
    expect(await catchDatabaseError(hold('The police ask for it', other))).toEqual(notFound);
  });
});
