import { expect, it, vi } from 'vitest';
import { createObjectRemover } from './remove-object.ts';

const missing = () =>
  Response.json({ statusCode: '404', error: 'not_found', message: 'Object not found' }, { status: 400 });

/** Removes an object by a Storage that responds like this: first to the removal, then to who asks for the object. */
async function remove(removal: () => Response | Promise<Response>, look: () => Response) {
  const send = vi.fn(async (_url: string | URL | Request, init?: RequestInit) =>
    init?.method === 'DELETE' ? removal() : look(),
  );
  const run = createObjectRemover({
    url: 'https://database.example',
    publishableKey: 'publishable',
    jobsKey: 'jobs',
    fetch: send,
  })({ bucket: 'pictures', name: 'a/b c.webp' }, AbortSignal.timeout(1000));
  return { run, send };
}

it('removes the object by its key, then asks for it as anybody may', async () => {
  const { run, send } = await remove(() => Response.json([]), missing);
  await run;
  const [removal, look] = send.mock.calls;
  expect(String(removal?.[0])).toBe('https://database.example/storage/v1/object/pictures');
  expect(removal?.[1]).toMatchObject({ method: 'DELETE', body: '{"prefixes":["a/b c.webp"]}' });
  expect(new Headers(removal?.[1]?.headers).get('authorization')).toBe('Bearer jobs');
  expect(String(look?.[0])).toMatch(
    /^https:\/\/database\.example\/storage\/v1\/object\/public\/pictures\/a\/b%20c\.webp\?at=\d+$/,
  );
  expect(new Headers(look?.[1]?.headers).has('authorization')).toBe(false);
});

it('an object that is missing with 404 is gone, too', async () => {
  const { run } = await remove(
    () => Response.json([]),
    () => new Response('', { status: 404 }),
  );
  await expect(run).resolves.toBeUndefined();
});

it.each([
  [
    'says so and keeps the file',
    () => Response.json([{}]),
    () => new Response('webp'),
    'object_is_still_stored',
  ],
  ['refuses', () => new Response('', { status: 403 }), missing, 'storage_refused'],
  ['is out of order', () => new Response('', { status: 503 }), missing, 'storage_refused'],
  [
    'cannot say whether it is there',
    () => Response.json([]),
    () => new Response('{"statusCode":"500"}', { status: 400 }),
    'storage_refused',
  ],
  [
    'responds by a page of something else',
    () => Response.json([]),
    () => new Response('<p>', { status: 400 }),
    'storage_refused',
  ],
  ['cannot be reached', () => Promise.reject(new TypeError('fetch failed')), missing, 'storage_unreachable'],
])('fails, to be tried again, where Storage %s', async (_, removal, look, code) => {
  const { run } = await remove(removal, look);
  await expect(run).rejects.toMatchObject({ code, isFinal: false });
});
