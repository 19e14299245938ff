import path from 'node:path';

export type Settings = {
  host: string;
  staysPort: number;
  backofficePort: number;
  supabasePort: number;
  /** Where the process for jobs says whether it is well. Default: a port that the system chooses. */
  jobsPort?: number;
  /** Without it mails are shown on a page, and not sent. */
  smtp?: { url: string; from: string };
  /** For journeys: where push messages go in place of the browsers' push services. */
  pushStandIn?: string;
  dataDir: string;
  databaseUrl: string | null;
  isFresh: boolean;
  /** Without demo data: no place and nobody who could sign in. */
  isEmpty: boolean;
};

/** An error that the user at the terminal can fix. Only its message is printed, without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}

/** Reads the settings from environment and flags. Throws `StartError` for one that is wrong. */
export function readSettings(env: Record<string, string | undefined>, flags: readonly string[]): Settings {
  const unknown = flags.filter((flag) => !['--fresh', '--empty', '--'].includes(flag));
  if (unknown.length > 0) {
    throw new StartError(
      `Unknown flag ${unknown.join(' ')}. There are two: --fresh, which starts with new data, and --empty, which leaves the demo out.`,
    );
  }
  const settings = {
    host: env['HOST'] || '127.0.0.1',
    staysPort: readPort('STAYS_PORT', env['STAYS_PORT'] || '3000'),
    backofficePort: readPort('BACKOFFICE_PORT', env['BACKOFFICE_PORT'] || '3001'),
    supabasePort: readPort('SUPABASE_PORT', env['SUPABASE_PORT'] || '54321'),
    dataDir: path.resolve(env['DATA_DIR'] || '.data'),
    databaseUrl: env['DATABASE_URL'] || null,
    isFresh: flags.includes('--fresh'),
    isEmpty: flags.includes('--empty'),
    ...(env['JOBS_PORT'] ? { jobsPort: readPort('JOBS_PORT', env['JOBS_PORT']) } : {}),
    ...readSmtp(env),
  };
  if (settings.isFresh && settings.databaseUrl !== null) {
    throw new StartError(
      '--fresh does not empty a database given by DATABASE_URL. Empty it yourself, or leave one of the two out.',
    );
  }
  return settings;
}

/** The process for jobs reads the two itself, and says what is wrong with them. */
function readSmtp({
  SMTP_URL: url,
  MAIL_FROM: from,
}: Record<string, string | undefined>): Pick<Settings, 'smtp'> {
  if (!url) {
    return {};
  }
  if (!from) {
    throw new StartError('SMTP_URL needs MAIL_FROM beside it: the address that mails come from.');
  }
  return { smtp: { url, from } };
}

function readPort(variable: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new StartError(`${variable} is not a port number from 1 to 65535: ${text}`);
  }
  return port;
}
