import { isLocalOrigin, terminalLog } from '@gudbro/api-kit';
import { runUntilStopped } from '@gudbro/api-kit/run-until-stopped';
import { startAppServer } from '@gudbro/api-kit/server';
import { pictureDecoder } from '@gudbro/pictures';
import { env } from './src/env.ts';
import { createGuestAuthFromEnv } from './src/server/create-guest-auth-from-env.ts';

const isDevelopment = process.argv.includes('--dev');

await runUntilStopped('stays', async () => {
  const settings = env();
  await createGuestAuthFromEnv(settings).ready();
  pictureDecoder();
  // With no-referrer, browsers send `Origin: null` with a form. Then only Sec-Fetch-Site shows that it comes from our own
  // site, and browsers send that only over https and to localhost. So a demo on the LAN needs `same-origin`, which sends
  // the Origin. Neither policy sends a URL to other sites.
  const sendsFetchMetadata = settings.STAYS_URL.startsWith('https:') || isLocalOrigin(settings.STAYS_URL);
  return startAppServer({
    directory: import.meta.dirname,
    host: settings.HOST,
    port: settings.STAYS_PORT,
    publicUrl: new URL(settings.STAYS_URL),
    noIndex: true,
    referrerPolicy: sendsFetchMetadata ? 'no-referrer' : 'same-origin',
    log: terminalLog,
    isDevelopment,
    frontPath: '/api/health',
    cachesPages: settings.KEEP_PAGES === '1',
    callerLimit: { perMinute: settings.ADDRESS_LIMIT_PER_MINUTE, trustedHops: settings.TRUSTED_PROXY_HOPS },
  });
});
