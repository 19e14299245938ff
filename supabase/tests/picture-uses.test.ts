import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeCategory, makeItem } from './support/make-content.ts';
import { makeProperty, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { queryAs, runOnConnection, serviceRole, signUpMember } from './support/people.ts';

/** A picture that is stored: what these tests need of it is its row. */
async function makeStored(database: TestDatabase, property: Property): Promise<{ id: string; path: string }> {
  const [row] = await database.sql<{ id: string; path: string }>(
    `insert into public.pictures (property_id, stored_at, width, height, bytes) values ($1, now(), 1600, 900, 9000)
     returning id, path`,
    [property.id],
  );
  if (row === undefined) throw new Error('nothing was inserted');
  return row;
}

const gone = { code: 'PT409', message: 'conflict', detail: { reason: 'picture_is_gone' } };

onNativePostgres('the uses of pictures', {}, (database) => {
  let property: Property;
  beforeAll(async () => {
    property = await makeProperty(database());
  });
  const setImages = (images: string[], id = property.id) =>
    database().sql('update public.accom_properties set images = $2 where id = $1', [id, images]);
  const isUnused = async (id: string) => {
    const [row] = await database().sql<{ unused: boolean }>(
      'select unused_since is not null as unused from public.pictures where id = $1',
      [id],
    );
    return row?.unused;
  };
  const age = (id: string, by: string) =>
    database().sql('update public.pictures set unused_since = unused_since - $2::interval where id = $1', [
      id,
      by,
    ]);
  const sweep = async () => {
    const [row] = await queryAs<{ dropped: number }>(
      database(),
      serviceRole,
      `select (public.sweep() ->> 'picturesDropped')::integer as dropped`,
    );
    return row?.dropped;
  };

  it('a picture is in use while a row names it, in a list or alone, beside files of the deployment', async () => {
    const [one, two] = [await makeStored(database(), property), await makeStored(database(), property)];
    const item = await makeItem(database(), await makeCategory(database(), property), { image: one.path });
    await setImages(['/demo/sunset-hotel.svg', one.path, two.path, one.path]);
    expect([await isUnused(one.id), await isUnused(two.id)]).toEqual([false, false]);
    await setImages([two.path]);
    expect([await isUnused(one.id), await isUnused(two.id)]).toEqual([false, false]);
    await database().sql('update public.accom_service_items set image = $2 where id = $1', [
      item.id,
      two.path,
    ]);
    expect([await isUnused(one.id), await isUnused(two.id)]).toEqual([true, false]);
    await database().sql('delete from public.accom_service_items where id = $1', [item.id]);
    expect(await isUnused(two.id)).toBe(false);
    await setImages([]);
    expect(await isUnused(two.id)).toBe(true);
    expect(
      await database().sql('select from public.picture_uses where property_id = $1', [property.id]),
    ).toEqual([]);
  });

  it('a picture of a room type is not swept while the type shows it', async () => {
    const { id, path } = await makeStored(database(), property);
    const [type] = await database().sql<{ id: string }>(
      `insert into public.accom_room_types (property_id, name, images) values ($1, 'Attic', array[$2]) returning id`,
      [property.id, path],
    );
    await age(id, '1 year');
    await sweep();
    expect(await isUnused(id)).toBe(false);
    await database().sql('delete from public.accom_room_types where id = $1', [type?.id]);
    expect(await isUnused(id)).toBe(true);
    await age(id, '1 year');
    await sweep();
    expect(await isUnused(id)).toBeUndefined();
  });

  it.each([
    ['that was never stored', async () => `/pictures/${property.id}/${crypto.randomUUID()}/1600.webp`],
    [
      'whose upload is not finished',
      async () => {
        const picture = await makeStored(database(), property);
        await database().sql(
          'update public.pictures set stored_at = null, width = null, height = null, bytes = null where id = $1',
          [picture.id],
        );
        return picture.path;
      },
    ],
    ['of another property', async () => (await makeStored(database(), await makeProperty(database()))).path],
    ['in another width', async () => (await makeStored(database(), property)).path.replace('1600', '480')],
    ['that is no path of a picture', async () => '/pictures/x.webp'],
  ])('no row can name a picture %s', async (_which, make) => {
    const path = await make();
    expect(await catchDatabaseError(setImages([path]))).toEqual(gone);
    const category = await makeCategory(database(), property);
    expect(await catchDatabaseError(makeItem(database(), category, { image: path }))).toEqual(gone);
  });

  it('a picture in use cannot be removed, by its manager or by a job', async () => {
    const manager = await signUpMember(database(), property.id, 'manager');
    const { id, path } = await makeStored(database(), property);
    await setImages([path]);
    const remove = () => queryAs(database(), manager, 'select public.remove_picture($1)', [id]);
    expect((await catchDatabaseError(remove())).detail).toEqual({ reason: 'picture_is_used' });
    const byForce = database().sql('delete from public.pictures where id = $1', [id]);
    expect((await catchDatabaseError(byForce)).code).toBe('23503');
    await setImages([]);
    await remove();
    expect(await catchDatabaseError(setImages([path]))).toEqual(gone);
  });

  it('the sweep removes a picture that nothing has named for a day, and queues its objects', async () => {
    await sweep();
    const [used, fresh, old] = [
      await makeStored(database(), property),
      await makeStored(database(), property),
      await makeStored(database(), property),
    ];
    await age(used.id, '2 days');
    await age(fresh.id, '23 hours');
    await age(old.id, '24 hours');
    await setImages([used.path]);
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    const left = await database().sql('select id from public.pictures where property_id = $1', [property.id]);
    expect(left).toContainEqual({ id: used.id });
    expect(left).toContainEqual({ id: fresh.id });
    const queued = await database().sql(
      'select bucket, name from public.storage_removals where name like $1',
      [`%${old.id}%`],
    );
    expect(queued).toHaveLength(3);
    expect(queued).toContainEqual({
      bucket: 'property-pictures',
      name: `pictures/${property.id}/${old.id}/480.webp`,
    });
    await setImages([]);
  });

  it('the sweep removes a picture whose upload was cut off, whatever of it is stored', async () => {
    await sweep();
    const picture = await makeStored(database(), property);
    await database().sql(
      `update public.pictures set stored_at = null, width = null, height = null, bytes = null where id = $1`,
      [picture.id],
    );
    expect(await sweep()).toBe(0);
    await age(picture.id, '24 hours');
    expect(await sweep()).toBe(1);
    const queued = await database().sql('select from public.storage_removals where name like $1', [
      `%${picture.id}%`,
    ]);
    expect(queued).toHaveLength(3);
  });

  it('with a property its pictures go, those in use too, and their objects are queued', async () => {
    const closing = await makeProperty(database());
    const { id, path } = await makeStored(database(), closing);
    await setImages([path], closing.id);
    await database().sql('delete from public.property_members where property_id = $1 and role <> $2', [
      closing.id,
      'owner',
    ]);
    await database().sql('alter table public.audit_log disable trigger audit_log_is_append_only');
    await database().sql('delete from public.audit_log where property_id = $1', [closing.id]);
    await database().sql('alter table public.audit_log enable trigger audit_log_is_append_only');
    await database().sql('delete from public.accom_properties where id = $1', [closing.id]);
    expect(await database().sql('select from public.pictures where id = $1', [id])).toEqual([]);
    expect(
      await database().sql('select from public.storage_removals where name like $1', [`%${id}%`]),
    ).toHaveLength(3);
  });
});

onNativePostgres('a picture that is used at the moment of the sweep', {}, (database) => {
  it.each(['the sweep is first', 'the use is first'])('is either there or refused when %s', async (first) => {
    const property = await makeProperty(database());
    const { id, path } = await makeStored(database(), property);
    await database().sql(
      `update public.pictures set unused_since = now() - interval '2 days' where id = $1`,
      [id],
    );
    const owner = await signUpMember(database(), property.id, 'owner');
    const connections = database().connect({ max: 2 });
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const use = () =>
      runOnConnection(connections, owner, async (sql) => {
        await sql`update public.accom_properties set images = ${[path]} where id = ${property.id}`;
        begin();
        await sql`select pg_sleep(0.2)`;
      });
    const sweep = () =>
      runOnConnection(connections, serviceRole, async (sql) => {
        await sql`select public.sweep()`;
        begin();
        await sql`select pg_sleep(0.2)`;
      });
    const [one, two] = first === 'the use is first' ? [use, sweep] : [sweep, use];
    const running = one().catch(() => begin());
    await begun;
    await two().catch(() => undefined);
    await running;
    const [state] = await database().sql<{ named: boolean; there: boolean }>(
      `select images <> '{}' as named, exists (select from public.pictures where id = $2) as there
       from public.accom_properties where id = $1`,
      [property.id, id],
    );
    const isUsed = first === 'the use is first';
    expect(state).toEqual({ named: isUsed, there: isUsed });
  });
});
