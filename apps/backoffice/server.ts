import { terminalLog } from '@gudbro/api-kit';
import { startAppServer } from '@gudbro/api-kit/server';
import { env } from './src/env.ts';

const isDevelopment = process.argv.includes('--dev');

try {
  const settings = env();
  const app = await startAppServer({
    directory: import.meta.dirname,
    host: settings.HOST,
    port: settings.BACKOFFICE_PORT,
    publicUrl: new URL(settings.BACKOFFICE_URL),
    noIndex: true,
    // With `no-referrer` a form that no script sends says `Origin: null`, and Next refuses its action.
    referrerPolicy: 'same-origin',
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
  process.stderr.write(`backoffice: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exit(1);
}
