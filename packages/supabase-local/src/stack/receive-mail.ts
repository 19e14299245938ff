import { jwtVerify } from 'jose';
import type { Mailbox } from './mailbox.ts';
import { isThisMachine } from './serve-mail-page.ts';

const maxBytes = 256 * 1024;

/**
 * Puts a mail of the process for jobs, which has no mail server here, beside those of Supabase Auth. It is for this machine
 * only, and for whoever has the key of the role jobs_api.
 */
export async function receiveMail(
  request: Request,
  peerAddress: string | null,
  mailbox: Mailbox,
  jwtSecret: string,
): Promise<Response> {
  if (!isThisMachine(request, peerAddress) || !(await isFromJobs(request, jwtSecret))) {
    return new Response('Only the process for jobs of this machine puts mails here.', { status: 403 });
  }
  const text = await request.text();
  const mail = text.length > maxBytes ? null : parseMail(text);
  if (mail === null) {
    return new Response('A mail has the texts to, subject and html.', { status: 400 });
  }
  mailbox.add({ ...mail, from: 'jobs' });
  return new Response(null, { status: 201 });
}

async function isFromJobs(request: Request, jwtSecret: string): Promise<boolean> {
  const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(jwtSecret), {
      algorithms: ['HS256'],
    });
    return payload['role'] === 'jobs_api';
  } catch {
    return false; // not signed with our secret, or no token at all
  }
}

function parseMail(text: string): { to: string; subject: string; html: string } | null {
  try {
    const { to, subject, html } = Object(JSON.parse(text));
    return typeof to === 'string' && typeof subject === 'string' && typeof html === 'string'
      ? { to, subject, html }
      : null;
  } catch {
    return null; // the caller says what was expected
  }
}
