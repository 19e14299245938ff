import path from 'node:path';
import { emptyDataDir } from '@gudbro/supabase-local';
import { type LocalKeys, readOrCreateKeys } from '@gudbro/supabase-local/keys';
import { chooseContent, forgetContent } from './choose-content.ts';
import type { DemoPerson } from './demo-people.ts';
import { findLanAddress, findPublicHost } from './find-lan-address.ts';
import { type PushKeys, readPushKeys } from './read-push-keys.ts';
import type { Settings } from './read-settings.ts';
import { type RunningChild, runApp } from './run-app.ts';
import { type DemoDatabase, startDemoDatabase, startEmptyDatabase } from './start-demo-database.ts';

export type Product = {
  staysUrl: string;
  backofficeUrl: string;
  supabaseUrl: string;
  content: 'demo' | 'empty';
  /** Whether there is a mail server for what is not of Supabase Auth. */
  sendsMails: boolean;
  keys: LocalKeys;
  pushKeys: PushKeys;
  demoPeople: readonly DemoPerson[];
  children: readonly RunningChild[];
  /** Runs SQL as superuser, for tests that need a stay to end or a code to be replaced. */
  query: DemoDatabase['query'];
  stop: () => Promise<void>;
};

const root = path.join(import.meta.dirname, '../..');

/** Starts the database, with demo data or empty, both built apps and the process for jobs. If one of them fails to start, the others are stopped. */
export async function startProduct(settings: Settings, onLine: (line: string) => void): Promise<Product> {
  if (settings.isFresh) {
    await emptyDataDir(settings.dataDir);
    await forgetContent(settings.dataDir);
  }
  const keys = await readOrCreateKeys(path.join(settings.dataDir, 'keys.json'), { production: false });
  const pushKeys = await readPushKeys(settings.dataDir);
  const content = await chooseContent(settings);
  const urls = publicUrls(settings);
  const startDatabase = content === 'demo' ? startDemoDatabase : startEmptyDatabase;
  const database = await startDatabase({
    port: settings.supabasePort,
    siteUrl: urls.backofficeUrl,
    allowedOrigins: [urls.staysUrl, urls.backofficeUrl],
    dataDir: settings.dataDir,
    ...(settings.databaseUrl === null ? {} : { databaseUrl: settings.databaseUrl }),
    keys,
  });
  const children: RunningChild[] = [];
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await database.close();
  };
  try {
    for (const app of appsToRun(settings, keys, database.url, urls, pushKeys)) {
      children.push(await runApp({ ...app, onLine }));
    }
    const { url, demoPeople, query } = database;
    const sendsMails = settings.smtp !== undefined;
    return {
      ...urls,
      sendsMails,
      supabaseUrl: url,
      content,
      keys,
      pushKeys,
      demoPeople,
      children,
      query,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

export function publicUrls(settings: Settings): { staysUrl: string; backofficeUrl: string } {
  const host = findPublicHost(settings.host, findLanAddress());
  return {
    staysUrl: `http://${host}:${settings.staysPort}`,
    backofficeUrl: `http://${host}:${settings.backofficePort}`,
  };
}

export function appsToRun(
  settings: Settings,
  keys: LocalKeys,
  supabaseUrl: string,
  { staysUrl, backofficeUrl }: { staysUrl: string; backofficeUrl: string },
  /** Without them no browser is offered push messages. */
  pushKeys: PushKeys | null = null,
) {
  const shared = {
    HOST: settings.host,
    SUPABASE_URL: supabaseUrl,
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    CLIENT_SALT: keys.clientSalt,
    DOCUMENT_KEYS: keys.documentKeys,
    STAYS_URL: staysUrl,
    // The demo uses plain http, and over http a phone on the LAN would ignore a Secure cookie.
    ALLOW_INSECURE_COOKIES: '1',
  };
  return [
    {
      name: 'stays',
      directory: path.join(root, 'apps/stays'),
      env: {
        ...shared,
        STAYS_PORT: String(settings.staysPort),
        SUPABASE_GUEST_KEY: keys.guestKey,
        GUEST_TOKEN_KEYS: keys.guestTokenKeys,
      },
    },
    {
      name: 'backoffice',
      directory: path.join(root, 'apps/backoffice'),
      env: {
        ...shared,
        BACKOFFICE_PORT: String(settings.backofficePort),
        BACKOFFICE_URL: backofficeUrl,
        SUPABASE_BACKOFFICE_KEY: keys.backofficeKey,
        ...(pushKeys === null ? {} : { VAPID_PUBLIC_KEY: pushKeys.VAPID_PUBLIC_KEY }),
        MAILS_SHOWN_AT: `${supabaseUrl}/_mail`,
        ...(settings.smtp === undefined ? { JOB_MAILS_SHOWN_AT: `${supabaseUrl}/_mail` } : {}),
      },
    },
    {
      name: 'jobs',
      directory: path.join(root, 'apps/jobs'),
      env: {
        HOST: settings.host,
        JOBS_PORT: String(settings.jobsPort ?? 0),
        SUPABASE_URL: supabaseUrl,
        SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
        SUPABASE_JOBS_KEY: keys.jobsKey,
        STAYS_URL: staysUrl,
        BACKOFFICE_URL: backofficeUrl,
        ...pushKeys,
        ...(settings.pushStandIn === undefined ? {} : { PUSH_STAND_IN: settings.pushStandIn }),
        ...(settings.smtp === undefined
          ? { MAILS_SHOWN_AT: `${supabaseUrl}/_mail` }
          : { SMTP_URL: settings.smtp.url, MAIL_FROM: settings.smtp.from }),
      },
    },
  ];
}
