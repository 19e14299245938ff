import { JobError } from '../queue/job-error.ts';
import { type BrowserKeys, encryptPush } from './encrypt-push.ts';
import { createVapidSigner } from './sign-vapid.ts';
import type { VapidKeys } from './vapid-keys.ts';

/** A message to one browser. */
export type Push = BrowserKeys & {
  /** The browser's address at its push service. The database has only addresses of known services. */
  endpoint: string;
  message: string;
  /** For how long a service saves it for a browser that cannot be reached. */
  ttlSeconds: number;
  urgency: 'normal' | 'high';
  /** A later message of the same topic replaces one that has not been delivered. At most 32 characters. */
  topic: string;
};

/** `gone`: the browser has unsubscribed, and never gets anything at this address again. */
export type PushResult = 'sent' | 'gone';

export type PushSender = (push: Push, signal: AbortSignal) => Promise<PushResult>;

export type PushOptions = {
  vapid: VapidKeys;
  /** For tests: where requests go in place of the push services. */
  standIn?: string | undefined;
  clock?: () => number;
};

/** Makes what sends messages to browsers by their push services. Throws a JobError where a service did not take one. */
export function createPushSender({ vapid, standIn, clock = Date.now }: PushOptions): PushSender {
  const sign = createVapidSigner(vapid, clock);
  return async (push, signal) => {
    const response = await fetch(
      standIn === undefined ? push.endpoint : replaceOrigin(push.endpoint, standIn),
      {
        method: 'POST',
        headers: {
          authorization: await sign(push.endpoint),
          'content-type': 'application/octet-stream',
          'content-encoding': 'aes128gcm',
          ttl: String(push.ttlSeconds),
          urgency: push.urgency,
          topic: push.topic,
        },
        body: new Uint8Array(encrypt(push)),
        // A push service does not redirect, and what it might redirect to was checked by nobody.
        redirect: 'manual',
        signal,
      },
    ).catch((cause: unknown) => {
      throw new JobError('push_service_unreachable', { cause });
    });
    // Nobody reads it, and it may be long.
    await response.body?.cancel();
    return readResult(response);
  };
}

function encrypt(push: Push): Buffer {
  try {
    return encryptPush(push.message, push);
  } catch (cause) {
    throw new JobError('push_keys_invalid', { isFinal: true, cause });
  }
}

function readResult({ ok, status, headers }: Response): PushResult {
  if (ok) {
    return 'sent';
  }
  if (status === 404 || status === 410) {
    return 'gone';
  }
  const mayPass = status === 429 || status >= 500;
  throw new JobError(mayPass ? 'push_service_busy' : 'push_refused', {
    status,
    isFinal: !mayPass,
    retryAfterSeconds: readRetryAfter(headers.get('retry-after')),
  });
}

/** Services send a number of seconds. */
function readRetryAfter(value: string | null): number | undefined {
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

function replaceOrigin(endpoint: string, origin: string): string {
  const { pathname, search } = new URL(endpoint);
  return new URL(pathname + search, origin).href;
}
