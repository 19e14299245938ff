import { terminalLog } from '@gudbro/api-kit';
import { startAppServer } from '@gudbro/api-kit/server';
import { isLocalOrigin } from '@gudbro/auth';
import { env } from './src/env.ts';
import { createGuestAuthFromEnv } from './src/server/create-guest-auth-from-env.ts';

const isDevelopment = process.argv.includes('--dev');

try {
  const settings = env();
  await createGuestAuthFromEnv(settings).ready();
  // Without a referrer browsers hide where a form comes from, and say instead that it is this site's own: over https and
  // on localhost. A demo on the LAN is neither. To other sites no address leaves either way.
  const tellsSite = settings.STAYS_URL.startsWith('https:') || isLocalOrigin(settings.STAYS_URL);
  const app = await startAppServer({
    directory: import.meta.dirname,
    host: settings.HOST,
    port: settings.STAYS_PORT,
    publicUrl: new URL(settings.STAYS_URL),
    noIndex: true,
    referrerPolicy: tellsSite ? 'no-referrer' : 'same-origin',
    log: terminalLog,
    isDevelopment,
  });
  process.stdout.write(`${JSON.stringify({ ready: true, url: app.url })}\n`);
  const stop = () => app.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, stop);
  }
  // Started by another process: when that is gone, however it went, nobody is left to stop us.
  process.once('disconnect', stop);
} catch (thrown) {
  process.stderr.write(`stays: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exit(1);
}
