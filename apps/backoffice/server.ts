import { terminalLog } from '@gudbro/api-kit';
import { runUntilStopped } from '@gudbro/api-kit/run-until-stopped';
import { startAppServer } from '@gudbro/api-kit/server';
import { pictureDecoder, pictureWatermarker } from '@gudbro/pictures';
import { env } from './src/env.ts';

const isDevelopment = process.argv.includes('--dev');

await runUntilStopped('backoffice', async () => {
  const settings = env();
  pictureDecoder();
  pictureWatermarker();
  return startAppServer({
    directory: import.meta.dirname,
    host: settings.HOST,
    port: settings.BACKOFFICE_PORT,
    publicUrl: new URL(settings.BACKOFFICE_URL),
    noIndex: true,
    // With `no-referrer` a browser sends a form without JavaScript with `Origin: null`, and Next refuses its action.
    referrerPolicy: 'same-origin',
    log: terminalLog,
    isDevelopment,
    callerLimit: { perMinute: settings.ADDRESS_LIMIT_PER_MINUTE, trustedHops: settings.TRUSTED_PROXY_HOPS },
  });
});
