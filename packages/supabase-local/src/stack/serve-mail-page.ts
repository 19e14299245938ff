import { randomBytes } from 'node:crypto';
import type { Mail, Mailbox } from './mailbox.ts';

export const mailPath = '/_mail';

/**
 * The page with the mails that Supabase Auth and the process for jobs would have sent. They hold codes that open accounts, so it is for this machine
 * only: for a socket of this machine, and under a name of this machine, since a page elsewhere can give its own name the
 * address 127.0.0.1.
 */
export function serveMailPage(request: Request, peerAddress: string | null, mailbox: Mailbox): Response {
  if (!isThisMachine(request, peerAddress)) {
    return new Response('The mails are shown on this machine only.', { status: 403 });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response('The mails can only be read.', { status: 405, headers: { allow: 'GET, HEAD' } });
  }
  const nonce = randomBytes(16).toString('base64');
  return new Response(renderPage(mailbox.list(), nonce), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

const loopbackPeer = /^(::ffff:)?127\.|^::1$/;
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])$/;

export function isThisMachine(request: Request, peerAddress: string | null): boolean {
  const isForwarded = request.headers.has('x-forwarded-for') || request.headers.has('forwarded');
  return (
    !isForwarded &&
    peerAddress !== null &&
    loopbackPeer.test(peerAddress) &&
    loopbackHost.test(new URL(request.url).hostname)
  );
}

function renderPage(mails: readonly Mail[], nonce: string): string {
  const list = mails.map(renderMail).join('');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mails of this machine</title>
<style>${styles}</style></head>
<body><main><h1>Mails</h1>
<p>No mail is sent without a mail server. What would have been sent is here, until the database stops. Reload for newer ones.</p>
${list === '' ? '<p><strong>No mail yet.</strong> Sign up or ask for a code in the backoffice, then reload.</p>' : list}
</main><script nonce="${nonce}">${script}</script></body>
</html>`;
}

/** The mail itself is in a frame without scripts, so that nothing in it can act on this page. Its links open in a new tab. */
function renderMail({ id, to, subject, html, from, sentAt }: Mail): string {
  // Other mails have numbers too, such as that of a telephone.
  const code = from === 'auth' ? /\b\d{6,10}\b/.exec(readText(html))?.[0] : undefined;
  const content = escapeHtml(`<base target="_blank">${html}`);
  return `<article id="mail-${id}" data-to="${escapeHtml(to)}">
<h2>${escapeHtml(subject)}</h2>
<p>To <strong>${escapeHtml(to)}</strong>, <time datetime="${sentAt.toISOString()}">${sentAt.toISOString().slice(11, 19)} UTC</time></p>
${code === undefined ? '' : `<p><code>${code}</code> <button type="button" data-copy="${code}">Copy the code</button></p>`}
${readLinks(html)
  .map(
    (link) => `<p><a href="${escapeHtml(link)}" target="_blank" rel="noreferrer">${escapeHtml(link)}</a></p>`,
  )
  .join('')}
<iframe title="${escapeHtml(subject)}" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${content}"></iframe>
</article>`;
}

function readLinks(html: string): string[] {
  const links = html.matchAll(/href="(https?:\/\/[^"]+)"/g);
  return [...new Set([...links].map(([, link = '']) => link.replaceAll('&amp;', '&')))];
}

function readText(html: string): string {
  return html.replaceAll(/<(style|head)[\s\S]*?<\/\1>|<[^>]*>/g, ' ');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

const styles = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0;padding:1rem}
main{max-width:44rem;margin:auto}article{border:1px solid #8888;border-radius:12px;padding:1rem;margin:1rem 0}
h2{margin:0;font-size:1.1rem}p{margin:.5rem 0;overflow-wrap:anywhere}code{font-size:1.6rem;letter-spacing:.1em;user-select:all}
button{min-height:44px;padding:0 1rem;margin-left:.5rem;font:inherit}iframe{width:100%;height:32rem;resize:vertical;border:0;background:#fff;border-radius:8px}`;

const script = `for (const button of document.querySelectorAll('[data-copy]')) button.addEventListener('click', async () => {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = 'Copied';
});`;
