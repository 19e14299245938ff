import { z } from 'zod';
import { JobError } from '../queue/job-error.ts';

export type ObjectAddress = { bucket: string; name: string };

/** Removes an object of Storage. It throws a JobError unless the object is gone then. */
export type ObjectRemover = (address: ObjectAddress, signal: AbortSignal) => Promise<void>;

export type ObjectRemoverOptions = {
  url: string;
  publishableKey: string;
  jobsKey: string;
  fetch?: typeof fetch;
};

/** Storage says that an object is missing by 404, or by 400 with this in its body. */
const missingSchema = z.object({ statusCode: z.literal('404') });

/** Makes what removes objects by the API of Storage, as the role jobs_api. */
export function createObjectRemover(options: ObjectRemoverOptions): ObjectRemover {
  const { url, publishableKey, jobsKey, fetch: send = fetch } = options;
  const call = (path: string, init: RequestInit) =>
    send(`${url}/storage/v1/object/${path}`, init).catch((cause: unknown) => {
      throw new JobError('storage_unreachable', { cause });
    });

  return async ({ bucket, name }, signal) => {
    const removed = await call(bucket, {
      method: 'DELETE',
      headers: {
        apikey: publishableKey,
        authorization: `Bearer ${jobsKey}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ prefixes: [name] }),
      signal,
    });
    if (!removed.ok) {
      throw new JobError('storage_refused', { status: removed.status });
    }
    await removed.body?.cancel();
    // Storage responds with 200 to who may not remove the object, too. So it is asked for as anybody may ask for it, past caches.
    const path = name.split('/').map(encodeURIComponent).join('/');
    const look = await call(`public/${bucket}/${path}?at=${Date.now()}`, {
      headers: { apikey: publishableKey },
      signal,
    });
    if (look.ok) {
      await look.body?.cancel();
      throw new JobError('object_is_still_stored');
    }
    if (!(await isMissing(look))) {
      throw new JobError('storage_refused', { status: look.status });
    }
  };
}

async function isMissing(response: Response): Promise<boolean> {
  const text = await response.text();
  return response.status === 404 || (response.status === 400 && isMissingObject(text));
}

function isMissingObject(text: string): boolean {
  try {
    return missingSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false; // no JSON, so not Storage's words for it
  }
}
