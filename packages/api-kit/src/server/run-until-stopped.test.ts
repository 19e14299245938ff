import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const subject = pathToFileURL(path.join(import.meta.dirname, 'run-until-stopped.ts')).href;

/** Runs the code in `start` as an app in a process of its own. When the app is closed, it prints `closed`. */
function runProcess(start: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'run-until-stopped-'));
  const file = path.join(folder, 'server.mts');
  writeFileSync(
    file,
    `import { runUntilStopped } from '${subject}';
     const open = setInterval(() => undefined, 1000);
     const close = async () => { process.stdout.write('closed\\n'); clearInterval(open); };
     await runUntilStopped('stays', async () => { ${start} });`,
  );
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const child = fork(file, { silent: true, execArgv: [] });
  const output = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output.err += chunk;
  });
  const ended = once(child, 'exit').then(([code]) => code);
  return { child, output, ended, hasWritten: () => once(child.stdout ?? child, 'data') };
}

const startApp = "return { url: 'http://127.0.0.1:1', close };";

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a process prints that its app is ready, and on %s closes the app before it ends',
  async (signal) => {
    const { child, output, ended, hasWritten } = runProcess(startApp);
    await hasWritten();
    child.kill(signal);
    expect(await ended).toBe(0);
    await expect.poll(() => output.out).toBe('{"ready":true,"url":"http://127.0.0.1:1"}\nclosed\n');
  },
);

test('a process closes its app and ends when the process that started it is gone', async () => {
  const { child, output, ended, hasWritten } = runProcess(startApp);
  await hasWritten();
  child.disconnect();
  expect(await ended).toBe(0);
  await expect.poll(() => output.out).toContain('closed');
});

test('a process closes its app and ends when the process that started it is gone before the app is ready', async () => {
  const { child, output, ended, hasWritten } = runProcess(
    `process.stdout.write('starting\\n'); await new Promise((go) => process.once('disconnect', go)); ${startApp}`,
  );
  await hasWritten();
  child.disconnect();
  expect(await ended).toBe(0);
  await expect.poll(() => output.out).toContain('closed');
});

test('a process whose app does not start prints the reason in one line and ends with 1', async () => {
  const { output, ended } = runProcess("throw new Error('CLIENT_SALT is missing');");
  expect(await ended).toBe(1);
  await expect.poll(() => output).toEqual({ out: '', err: 'stays: CLIENT_SALT is missing\n' });
});
