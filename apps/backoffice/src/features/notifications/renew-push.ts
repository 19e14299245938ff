import 'server-only';
import { ApiError, checkOrigin, readBytes } from '@gudbro/api-kit';
import { z } from 'zod';
import { env } from '@/env';
import { respondForAccount } from '@/server/respond-for-account';

const mostBytes = 8 * 1024;

const address = z.string().max(2000);
const renewalSchema = z.strictObject({
  /** The address before, where the browser says it. */
  old: address.nullable(),
  endpoint: address,
  p256dh: address,
  authSecret: address,
});

/** Responds to the service worker of a browser whose address for push messages has changed: its person gets them at the new one. */
export function renewPush(request: Request): Promise<Response> {
  return respondForAccount('/push-renewal', async ({ client }) => {
    checkOrigin(request, true, new URL(env().BACKOFFICE_URL).origin);
    const { old, endpoint, p256dh, authSecret } = parse(await readBytes(request, mostBytes));
    await client.query((db) =>
      db.rpc('save_push_subscription', { endpoint, p256dh, auth_secret: authSecret }),
    );
    if (old !== null && old !== endpoint) {
      await client.query((db) => db.rpc('remove_push_subscription', { endpoint: old }));
    }
    return new Response(null, { status: 204 });
  });
}

function parse(bytes: Uint8Array) {
  try {
    return renewalSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new ApiError('invalid_request', { cause });
  }
}
