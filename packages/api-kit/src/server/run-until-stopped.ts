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
    // `disconnect` means that the process that started this one is gone. Nothing else would stop this one then.
    process.once('disconnect', stop);
    if (process.connected === false) {
      await stop();
    }
    // This comes after the handlers are set, because the process that reads the line may send a signal at once.
    process.stdout.write(`${JSON.stringify({ ready: true, url: app.url })}\n`);
  } catch (thrown) {
    process.stderr.write(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    process.exit(1);
  }
}
