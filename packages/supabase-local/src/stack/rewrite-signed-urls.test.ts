import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, openFromTemplate } from '../testing/create-test-database.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';
import { makeTempDir } from '../testing/temp-dir.ts';
import type { SignedUp, TestDatabase } from '../testing/test-database.ts';
import { createStackApp } from './create-stack-app.ts';
import { createFileStorageAdapter } from './file-storage-adapter.ts';

let db: TestDatabase;
let ann: SignedUp;
beforeAll(async () => {
  db = await createTestDatabase(fixtureSources);
  ann = await db.signUp('ann@example.com');
});
afterAll(() => db.close());

const papers = () => ann.client.storage.from('papers');
const asText = { contentType: 'text/plain' };

it('supabase-js gets a signed URL that downloads the object', async () => {
  await papers().upload('signed/one.txt', Buffer.from('one'), asText);
  const { data, error } = await papers().createSignedUrl('signed/one.txt', 60);
  expect(error).toBeNull();
  const response = await db.fetch(data?.signedUrl ?? '');
  expect(await response.text()).toBe('one');
});

it('supabase-js gets a signed URL that it can upload to', async () => {
  const { data, error } = await papers().createSignedUploadUrl('signed/three.txt');
  expect(error).toBeNull();
  const visitor = db.client().storage.from('papers');
  const upload = await visitor.uploadToSignedUrl(
    'signed/three.txt',
    data?.token ?? '',
    Buffer.from('3'),
    asText,
  );
  expect(upload.error).toBeNull();
  expect(await (await papers().download('signed/three.txt')).data?.text()).toBe('3');
});

it('an error response is passed on unchanged', async () => {
  const { data, error } = await papers().createSignedUrl('signed/absent.txt', 60);
  expect(data).toBeNull();
  expect(error?.message).toBe('Object not found');
});

it('lite itself still returns signedUrl (when this fails, remove the rewriting)', async () => {
  const database = await openFromTemplate(fixtureSources);
  try {
    const { app } = createStackApp(database, db.keys, createFileStorageAdapter(await makeTempDir()));
    const call = (path: string, body: string, type: string) =>
      app.fetch(
        new Request(`http://127.0.0.1/storage/v1${path}`, {
          method: 'POST',
          headers: { apikey: db.keys.secretKey, 'content-type': type },
          body,
        }),
      );
    await call('/object/papers/a.txt', 'a', 'text/plain');
    const signed = await call('/object/sign/papers/a.txt', '{"expiresIn":60}', 'application/json');
    expect(await signed.json()).toEqual({
      signedUrl: expect.stringMatching(/^\/storage\/v1\/object\/sign\//),
    });
  } finally {
    await database.close();
  }
});
