import { isLocalOrigin, terminalLog } from '@gudbro/api-kit';
import { runUntilStopped } from '@gudbro/api-kit/run-until-stopped';
import { startAppServer } from '@gudbro/api-kit/server';
import { env } from './src/env.ts';
import { createGuestAuthFromEnv } from './src/server/create-guest-auth-from-env.ts';

const isDevelopment = process.argv.includes('--dev');

await runUntilStopped('stays', async () => {
  const settings = env();
  await createGuestAuthFromEnv(settings).ready();
  // Without a referrer browsers hide where a form comes from, and say instead that it is this site's own: over https and
  // on localhost. A demo on the LAN is neither. To other sites no address leaves either way.
  const tellsSite = settings.STAYS_URL.startsWith('https:') || isLocalOrigin(settings.STAYS_URL);
  return startAppServer({
    directory: import.meta.dirname,
    host: settings.HOST,
    port: settings.STAYS_PORT,
    publicUrl: new URL(settings.STAYS_URL),
    noIndex: true,
    referrerPolicy: tellsSite ? 'no-referrer' : 'same-origin',
    log: terminalLog,
    isDevelopment,
    callerLimit: { perMinute: settings.ADDRESS_LIMIT_PER_MINUTE, trustedHops: settings.TRUSTED_PROXY_HOPS },
  });
});
