import { beforeAll, beforeEach, expect, it } from 'vitest';
import {
  makeDocument,
  makeDocumentPlace,
  makeStay,
  openDocument,
  sealed,
  useGrant,
} from './support/document-calls.ts';
import type { Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Member, type Person, signUpMember } from './support/people.ts';

onNativePostgres('a document of an open screen, which is read again', {}, (database) => {
  let property: Property;
  let staff: Member;
  let colleague: Member;
  let id: string;

  beforeAll(async () => {
    property = await makeDocumentPlace(database());
    staff = await signUpMember(database(), property.id, 'staff');
    colleague = await signUpMember(database(), property.id, 'staff');
  });
  beforeEach(async () => {
    ({ id } = await makeDocument(database(), (await makeStay(database(), property)).subject));
  });

  const open = (person: Person) => openDocument(database(), person, property, id);
  const use = (person: Person, grant: string | undefined) => useGrant(database(), person, property, grant);
  const looks = () =>
    database().sql(
      `select action, account_id from public.audit_log
       where row_id = $1 and action like 'document%viewed' order by created_at, action desc`,
      [id],
    );
  /** Lets the look have begun so long ago. The log itself is never changed. */
  const began = async (past: string) => {
    await database().sql('alter table public.audit_log disable trigger audit_log_is_append_only');
    await database().sql(
      `update public.audit_log set created_at = created_at - $2::interval where row_id = $1 and action = 'document_viewed'`,
      [id, past],
    );
    await database().sql('alter table public.audit_log enable trigger audit_log_is_append_only');
  };
  const lookers = async () => (await looks()).map(({ account_id }) => account_id);

  it('is still the same look, in the log and in what its guest reads', async () => {
    for (let time = 0; time < 5; time += 1) {
      expect(await open(staff)).toMatchObject({ sealedFields: sealed.fields });
    }
    expect(await lookers()).toEqual([staff.accountId]);
    await began('14 minutes');
    await open(staff);
    expect(await lookers()).toEqual([staff.accountId]);
  });

  it('is another look a quarter of an hour after it began', async () => {
    await open(staff);
    await began('15 minutes');
    await open(staff);
    await open(staff);
    expect(await lookers()).toEqual([staff.accountId, staff.accountId]);
  });

  it('is a look of each who has it open, and each picture that leaves is noted besides', async () => {
    const { grants } = await open(staff);
    await open(colleague);
    await open(colleague);
    expect((await lookers()).toSorted()).toEqual([staff.accountId, colleague.accountId].toSorted());
    const again = await open(staff);
    await use(staff, grants[0]);
    await use(staff, again.grants[0]);
    expect((await looks()).filter(({ action }) => action === 'document_image_viewed')).toHaveLength(2);
  });

  it('is a look at each document', async () => {
    const another = await makeDocument(database(), (await makeStay(database(), property)).subject);
    await open(staff);
    await openDocument(database(), staff, property, another.id);
    const entries = await database().sql(
      `select from public.audit_log where row_id = $1 and action = 'document_viewed'`,
      [another.id],
    );
    expect(entries).toHaveLength(1);
  });
});
