import { createTransport } from 'nodemailer';
import type { Mail } from './mail.ts';
import type { MailAddress } from './mail-address.ts';
import { readSmtpError } from './read-smtp-error.ts';

export type SmtpOptions = { url: string; from: MailAddress };

/**
 * Makes what sends mails through a mail server. Each try of a job has the same Message-ID. Addresses and texts come from
 * guests, so nothing in them may name a file or an address to be read.
 */
export function createSmtpSender({ url, from }: SmtpOptions) {
  const transport = createTransport({
    url,
    // A password must not be sent in the open. A server on this machine may have no certificate.
    requireTLS: !isLocal(new URL(url).hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from.address.slice(from.address.lastIndexOf('@') + 1);
  return async (mail: Mail, signal: AbortSignal): Promise<void> => {
    try {
      await transport.sendMail({
        messageId: `<${mail.jobId}@${host}>`,
        from: { name: mail.fromName || from.name, address: from.address },
        to: { name: '', address: mail.to },
        ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mail.replyTo } }),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: { 'auto-submitted': 'auto-generated', 'content-language': mail.locale },
        signal,
      });
    } catch (thrown) {
      throw readSmtpError(thrown);
    }
  };
}

function isLocal(hostname: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}
