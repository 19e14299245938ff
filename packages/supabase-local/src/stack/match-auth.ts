import type { StackDatabase } from './stack-database.ts';

/** A call of Supabase Auth with this body. */
type Call = (request: Request) => Promise<Response>;

/**
 * Responds to the calls of Supabase Auth that lite understands otherwise than Supabase does:
 *
 * - A code of the type `email`, which Supabase takes for a confirmation and for a sign-in: lite calls it `magiclink`.
 * - A confirmation is sent again, by `resend` or by a second sign-up with the same address. lite refuses both, always. Here
 *   an unconfirmed address gets another code, and for any other nothing is sent. The response is the same for every address.
 */
export async function matchAuth(request: Request, database: StackDatabase, call: Call): Promise<Response> {
  const path = request.method === 'POST' ? new URL(request.url).pathname : '';
  if (!['/auth/v1/verify', '/auth/v1/resend', '/auth/v1/signup'].includes(path)) return call(request);
  const text = await request.clone().text();
  const body = readObject(text);
  if (path === '/auth/v1/verify') {
    return call(
      body['type'] === 'email' ? replaceBody(request, path, { ...body, type: 'magiclink' }) : request,
    );
  }
  const email = typeof body['email'] === 'string' ? body['email'].toLowerCase() : '';
  if (path === '/auth/v1/resend') {
    if (body['type'] !== 'signup') return call(request);
    await sendAgain(request, database, call, email);
    return Response.json({});
  }
  const response = await call(request);
  if (response.status !== 429) return response;
  await sendAgain(request, database, call, email);
  return Response.json(describeNobody(email));
}

async function sendAgain(
  request: Request,
  database: StackDatabase,
  call: Call,
  email: string,
): Promise<void> {
  const [user] = await database.sql(
    'select from auth.users where email = $1 and email_confirmed_at is null',
    [email],
  );
  if (user !== undefined) await call(replaceBody(request, '/auth/v1/otp', { email, create_user: false }));
}

/** Supabase's response to a sign-up with an address that is taken: a user who does not exist. */
function describeNobody(email: string): object {
  const now = new Date().toISOString();
  return {
    id: crypto.randomUUID(),
    aud: 'authenticated',
    role: '',
    email,
    identities: [],
    created_at: now,
    updated_at: now,
  };
}

function replaceBody(request: Request, path: string, body: object): Request {
  const text = JSON.stringify(body);
  const headers = new Headers(request.headers);
  headers.set('content-length', String(Buffer.byteLength(text)));
  return new Request(new URL(path, request.url), { method: 'POST', headers, body: text });
}

/** What is no JSON object is left to lite, which refuses it. */
function readObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
