import type { RunningApp } from './start-app-server.ts';

/**
 * Runs an app as a process: prints one line of JSON when the app is ready, and closes it on SIGINT, on SIGTERM or when the
 * process that started this one is gone. If the app does not start, prints its name and the reason and ends with 1.
 */
export async function runUntilStopped(name: string, start: () => Promise<RunningApp>): Promise<void> {
  try {
    const app = await start();
    const stop = () => app.close().then(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, stop);
    }
    // `disconnect`: the process that started this one is gone, so nothing else would stop us.
    process.once('disconnect', stop);
    if (process.connected === false) {
      await stop();
    }
    // Last: whoever reads it may stop us at once.
    process.stdout.write(`${JSON.stringify({ ready: true, url: app.url })}\n`);
  } catch (thrown) {
    process.stderr.write(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    process.exit(1);
  }
}
