import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeProperty, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs } from './support/people.ts';
import { announce, type Client, finish, makePicture, store } from './support/picture-calls.ts';

const bucket = 'property-pictures';

type Member = { person: Person; client: Client };
type Role = 'owner' | 'manager' | 'staff';

async function signIn(database: TestDatabase, property: Property, role: Role | null): Promise<Member> {
  const email = `${crypto.randomUUID()}@example.com`;
  const { client, accessToken } = await database.signUp(email);
  if (role !== null) {
    await database.sql(
      `insert into public.property_members (property_id, account_id, role)
       select $1, id, $2::public.member_role from public.accounts where email = $3`,
      [property.id, role, email],
    );
  }
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return { client, person: { role: 'authenticated', claims } };
}

onNativePostgres('the pictures of a property', {}, (database) => {
  let property: Property;
  let manager: Member;
  let others: [string, Member][];
  beforeAll(async () => {
    property = await makeProperty(database());
    manager = await signIn(database(), property, 'manager');
    const elsewhere = await makeProperty(database());
    others = [
      ['staff', await signIn(database(), property, 'staff')],
      ['another manager', await signIn(database(), property, 'manager')],
      ['another owner', await signIn(database(), elsewhere, 'owner')],
      ['a stranger', await signIn(database(), property, null)],
      ['anon', { client: database().client('anon'), person: { role: 'anon', claims: {} } }],
      [
        'the stays server',
        { client: database().client('guest_api'), person: { role: 'guest_api', claims: {} } },
      ],
    ];
  });

  const stored = async (id: string) =>
    database().sql('select name from storage.objects where bucket_id = $1 and name like $2 order by name', [
      bucket,
      `%${id}%`,
    ]);
  const errorOf = async (run: Promise<unknown>) => {
    const { code, detail } = await catchDatabaseError(run);
    return detail === undefined ? code : [code, detail];
  };

  it('the bucket is public and takes WebP images up to two megabytes', async () => {
    const [row] = await database().sql(
      'select public, file_size_limit::integer as bytes, allowed_mime_types as types from storage.buckets where id = $1',
      [bucket],
    );
    expect(row).toEqual({ public: true, bytes: 2 * 1024 * 1024, types: ['image/webp'] });
  });

  it('a manager stores a picture in three widths, each once, and anybody can then read it', async () => {
    const { id, path, objects } = await announce(database(), manager.person, property.id);
    expect(await database().sql('select path from public.pictures where id = $1', [id])).toEqual([{ path }]);
    for (const object of objects) {
      expect(await store(manager.client, object)).toBe('stored');
      expect(await store(manager.client, object)).toBe('409');
      expect(await store(manager.client, object, { upsert: true })).toBe('403');
    }
    await finish(database(), manager.person, id);
    const { data } = manager.client.storage.from(bucket).getPublicUrl(objects[0] ?? '');
    const response = await database().fetch(data.publicUrl, {
      headers: { apikey: database().keys.publishableKey },
    });
    expect([response.status, await response.text()]).toEqual([200, 'RIFF____WEBP']);
  });

  it('nobody but the manager who announced a picture stores it, and only under its names', async () => {
    const { id, objects } = await announce(database(), manager.person, property.id);
    const [first = ''] = objects;
    for (const [who, { client }] of others) {
      expect({ who, is: await store(client, first) }).toEqual({ who, is: '403' });
      expect({ who, is: await store(client, first, { upsert: true }) }).toEqual({ who, is: '403' });
    }
    for (const name of [
      first.replace('480', '481'),
      first.replace('.webp', '.svg'),
      `x/${first}`,
      `pictures/${property.id}/${crypto.randomUUID()}/480.webp`,
      `pictures/${property.id}/${id}`,
      `${id}.webp`,
    ]) {
      expect({ name, is: await store(manager.client, name) }).toEqual({ name, is: '403' });
    }
    expect(await stored(id)).toEqual([]);
  });

  it.each([
    ['an hour after it was announced', `created_at = now() - interval '61 minutes'`],
    ['once it is finished', `stored_at = now(), width = 1, height = 1, bytes = 1`],
  ])('a picture cannot be stored %s', async (_when, change) => {
    const { id, objects } = await announce(database(), manager.person, property.id);
    await database().sql(`update public.pictures set ${change} where id = $1`, [id]);
    expect(await store(manager.client, objects[0] ?? '')).toBe('403');
  });

  it('a member who is no longer a manager cannot store what they announced', async () => {
    const leaving = await signIn(database(), property, 'manager');
    const { id, objects } = await announce(database(), leaving.person, property.id);
    await database().sql(
      `update public.property_members set role = 'staff' where account_id = (select announced_by from public.pictures where id = $1)`,
      [id],
    );
    expect(await store(leaving.client, objects[0] ?? '')).toBe('403');
    expect(await errorOf(finish(database(), leaving.person, id))).toEqual(['PT403', {}]);
  });

  it('nobody lists, moves, copies or removes the objects', async () => {
    const { id, objects } = await makePicture(database(), manager, property.id);
    const [first = ''] = objects;
    for (const [who, { client }] of [['its manager', manager] as const, ...others]) {
      const { data: listed } = await client.storage.from(bucket).list(`pictures/${property.id}/${id}`);
      expect({ who, listed: listed ?? [] }).toEqual({ who, listed: [] });
      await client.storage.from(bucket).remove([first]);
      const moved = await client.storage.from(bucket).move(first, `${first}.x`);
      const copied = await client.storage.from(bucket).copy(first, `pictures/${property.id}/x.webp`);
      expect({ who, refused: [moved.error !== null, copied.error !== null] }).toEqual({
        who,
        refused: [true, true],
      });
    }
    expect(await stored(id)).toHaveLength(3);
  });

  it('only a manager announces, finishes and removes, and a stranger learns nothing', async () => {
    const { id } = await announce(database(), manager.person, property.id);
    const expected: Record<string, string> = {
      staff: 'PT403',
      'another owner': 'PT404',
      'a stranger': 'PT404',
      anon: '42501',
      'the stays server': '42501',
    };
    for (const [who, { person }] of others.filter(([name]) => name in expected)) {
      const codes = [
        await catchDatabaseError(announce(database(), person, property.id)),
        await catchDatabaseError(finish(database(), person, id)),
        await catchDatabaseError(queryAs(database(), person, 'select public.remove_picture($1)', [id])),
      ].map(({ code }) => code);
      expect({ who, codes }).toEqual({ who, codes: Array(3).fill(expected[who]) });
    }
    expect(
      await errorOf(queryAs(database(), manager.person, 'select public.remove_picture(gen_random_uuid())')),
    ).toEqual(['PT404', {}]);
  });

  it('a picture whose objects are not all there cannot be finished', async () => {
    const { id, objects } = await announce(database(), manager.person, property.id);
    expect(await errorOf(finish(database(), manager.person, id))).toEqual([
      'PT409',
      { reason: 'picture_is_not_stored' },
    ]);
    await store(manager.client, objects[0] ?? '');
    expect(await errorOf(finish(database(), manager.person, id))).toEqual([
      'PT409',
      { reason: 'picture_is_not_stored' },
    ]);
  });

  it('a person announces sixty pictures in ten minutes, and a property has a thousand', async () => {
    const busy = await signIn(database(), property, 'manager');
    await database().sql(
      `insert into public.rate_limits (key, window_start, hits)
       select 'pictures:' || account_id, date_bin('10 minutes', now(), 'epoch'), 60 from public.property_members
       where property_id = $1
       on conflict (key, window_start) do update set hits = 60`,
      [property.id],
    );
    expect(await errorOf(announce(database(), busy.person, property.id))).toMatchObject(['PT429', {}]);
    await database().sql('delete from public.rate_limits');
    const full = await makeProperty(database());
    await database().sql(
      'insert into public.pictures (property_id) select $1 from generate_series(1, 1000)',
      [full.id],
    );
    const owner = await signIn(database(), full, 'owner');
    expect(await errorOf(announce(database(), owner.person, full.id))).toEqual([
      'PT409',
      { reason: 'too_many_pictures' },
    ]);
  });
});
