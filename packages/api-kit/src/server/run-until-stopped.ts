import type { RunningApp } from './start-app-server.ts';

/**
 * Runs an app as a process: says on one line that it is ready, and ends with a signal or with whoever started it. What
 * keeps it from starting is said by the app's name, and the process ends with 1.
 */
export async function runUntilStopped(name: string, start: () => Promise<RunningApp>): Promise<void> {
  try {
    const app = await start();
    const stop = () => app.close().then(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, stop);
    }
    // Started by another process: when that is gone, however it went, nobody is left to stop us.
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
