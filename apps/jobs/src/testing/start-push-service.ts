import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { importJWK, jwtVerify } from 'jose';

type Received = {
  endpoint: string;
  message: unknown;
  ttl: number;
  urgency: string | undefined;
  topic: string | undefined;
  subject: string | undefined;
  lifetimeSeconds: number;
};

export type Browser = { endpoint: string; p256dh: string; authSecret: string };

export type PushService = {
  /** Where the process for jobs sends to in place of the real services. */
  url: string;
  /** Subscribes a browser, which accepts messages of the sender with this public key alone. */
  subscribe(senderPublicKey: string, origin?: string): Browser;
  /** What the service answers to the next request of a browser; without a plan 201. */
  plan: Map<string, { status: number; headers?: Record<string, string> }>;
  /** The messages that were accepted, decrypted as the browser does. */
  received: Received[];
  /** How many requests came. */
  requests: number;
  close(): Promise<void>;
};

type Subscription = Browser & { keys: ECDH; senderPublicKey: string };

/**
 * Starts a push service for tests. It does what the real ones and their browsers do: it checks the sender's signature (RFC 8292)
 * and decrypts the message with the browser's own keys (RFC 8291), by code of its own. Another process subscribes a browser by
 * `POST /browsers` with the sender's public key, and reads by `GET /received`.
 */
export async function startPushService(): Promise<PushService> {
  const subscriptions = new Map<string, Subscription>();
  const service: PushService = {
    url: '',
    plan: new Map(),
    received: [],
    requests: 0,
    subscribe: (senderPublicKey, origin = 'https://updates.push.services.mozilla.com') => {
      const keys = createECDH('prime256v1');
      const path = `/wpush/v2/${randomUUID()}`;
      const browser = {
        endpoint: origin + path,
        p256dh: keys.generateKeys().toString('base64url'),
        authSecret: randomBytes(16).toString('base64url'),
      };
      subscriptions.set(path, { ...browser, keys, senderPublicKey });
      return browser;
    },
    close: async () => undefined,
  };
  const accept = async (request: IncomingMessage) => {
    service.requests += 1;
    const body = await buffer(request);
    const subscription = subscriptions.get(request.url ?? '');
    if (subscription === undefined) {
      return { status: 404 };
    }
    const planned = service.plan.get(subscription.endpoint);
    if (planned !== undefined) {
      return planned;
    }
    const claims = await verifySender(request.headers.authorization ?? '', subscription);
    if (claims === null) {
      return { status: 403 };
    }
    const { ttl, urgency, topic } = request.headers;
    if (
      request.headers['content-encoding'] !== 'aes128gcm' ||
      !/^\d+$/.test(String(ttl)) ||
      !isTopic(topic)
    ) {
      return { status: 400 };
    }
    service.received.push({
      endpoint: subscription.endpoint,
      message: JSON.parse(decrypt(body, subscription)),
      ttl: Number(ttl),
      urgency: String(urgency),
      topic: String(topic),
      ...claims,
    });
    return { status: 201 };
  };
  /** For browsers of journeys, which are in another process. */
  const control = async (request: IncomingMessage): Promise<unknown> => {
    if (request.method === 'POST' && request.url === '/browsers') {
      return service.subscribe((await buffer(request)).toString());
    }
    return request.method === 'GET' && request.url === '/received' ? service.received : null;
  };
  const server = createServer(async (request, response) => {
    const controlled = await control(request);
    if (controlled !== null) {
      response.end(JSON.stringify(controlled));
      return;
    }
    const { status, headers = {} } = await accept(request).catch(() => ({ status: 400, headers: {} }));
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  service.url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  service.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return service;
}

function isTopic(topic: string | string[] | undefined): boolean {
  return typeof topic === 'string' && /^[A-Za-z0-9_-]{1,32}$/.test(topic);
}

/** What the sender says of itself, or null where it is not who it says, or says it to another service. */
async function verifySender(authorization: string, { endpoint, senderPublicKey }: Subscription) {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  if (key !== senderPublicKey) {
    return null;
  }
  const point = Buffer.from(key, 'base64url');
  const publicKey = await importJWK(
    {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
    'ES256',
  );
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: ['ES256'],
      audience: new URL(endpoint).origin,
      requiredClaims: ['exp', 'sub'],
    });
    const lifetimeSeconds = (payload.exp ?? 0) - Date.now() / 1000;
    return lifetimeSeconds > 24 * 3600 ? null : { subject: payload.sub, lifetimeSeconds };
  } catch {
    return null; // a signature of somebody else, another audience, or past its time
  }
}

function decrypt(body: Buffer, { keys, authSecret }: Subscription): string {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + idLength);
  const record = body.subarray(21 + idLength);
  const expand = (secret: Buffer, from: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, from, info, length));
  const ikm = expand(
    keys.computeSecret(senderKey),
    Buffer.from(authSecret, 'base64url'),
    Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), senderKey]),
    32,
  );
  const key = expand(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = expand(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) {
    throw new Error('the last record ends with 2');
  }
  return padded.subarray(0, end).toString();
}
