import { JobError } from '../queue/job-error.ts';

type SmtpError = { code: string; command: string; status: number | undefined };

/**
 * Why a mail was not sent. Final is only what the server says about this address or this mail for good (5xx). What concerns our
 * own access to the server is tried again, since somebody can mend it meanwhile.
 */
export function readSmtpError(thrown: unknown): JobError {
  const { code, command, status } = readError(thrown);
  const isPermanent = status !== undefined && status >= 500;
  const options = { status, cause: undefined };
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    return new JobError('mail_login_refused', options);
  }
  if (code === 'ETLS') {
    return new JobError('mail_server_not_secure', options);
  }
  if (code === 'EABORT' || code === 'ETIMEDOUT') {
    return new JobError('mail_server_slow', options);
  }
  if (code === 'EENVELOPE' && command === 'RCPT TO') {
    return new JobError(isPermanent ? 'address_refused' : 'mail_server_busy', {
      ...options,
      isFinal: isPermanent,
    });
  }
  if (code === 'EENVELOPE' && command === 'API') {
    return new JobError('address_refused', { ...options, isFinal: true });
  }
  if (code === 'EENVELOPE' && command === 'MAIL FROM') {
    return new JobError(isPermanent ? 'sender_refused' : 'mail_server_busy', options);
  }
  if (code === 'EMESSAGE' || code === 'EENVELOPE') {
    return new JobError(isPermanent ? 'mail_refused' : 'mail_server_busy', {
      ...options,
      isFinal: isPermanent,
    });
  }
  if (/^(ECONNECTION|ESOCKET|EDNS|EPROTOCOL)$/.test(code)) {
    return new JobError('mail_server_unreachable', options);
  }
  return new JobError('internal', { cause: thrown });
}

function readError(thrown: unknown): SmtpError {
  const read = (name: string): unknown =>
    typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;
  const status = read('responseCode');
  return {
    code: String(read('code') ?? ''),
    command: String(read('command') ?? ''),
    status: typeof status === 'number' && status > 0 ? status : undefined,
  };
}
