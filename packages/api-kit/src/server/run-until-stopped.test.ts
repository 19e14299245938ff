import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const subject = pathToFileURL(path.join(import.meta.dirname, 'run-until-stopped.ts')).href;

/** A process that runs the app that `start` starts. Closing the app prints `closed`. */
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
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said.err += chunk;
  });
  const ended = once(child, 'exit').then(([code]) => code);
  return { child, said, ended, isReady: () => once(child.stdout ?? child, 'data') };
}

const starts = "return { url: 'http://127.0.0.1:1', close };";

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a process prints that its app is ready, and on %s closes the app before it ends',
  async (signal) => {
    const { child, said, ended, isReady } = runProcess(starts);
    await isReady();
    child.kill(signal);
    expect(await ended).toBe(0);
    await expect.poll(() => said.out).toBe('{"ready":true,"url":"http://127.0.0.1:1"}\nclosed\n');
  },
);

test('a process closes its app and ends when the process that started it is gone', async () => {
  const { child, said, ended, isReady } = runProcess(starts);
  await isReady();
  child.disconnect();
  expect(await ended).toBe(0);
  await expect.poll(() => said.out).toContain('closed');
});

test('ends when the process that started it has gone before it was ready', async () => {
  const { child, said, ended, isReady } = runProcess(
    `process.stdout.write('starting\\n'); await new Promise((go) => process.once('disconnect', go)); ${starts}`,
  );
  await isReady();
  child.disconnect();
  expect(await ended).toBe(0);
  await expect.poll(() => said.out).toContain('closed');
});

test('says in one line why it does not start', async () => {
  const { said, ended } = runProcess("throw new Error('CLIENT_SALT is missing');");
  expect(await ended).toBe(1);
  await expect.poll(() => said).toEqual({ out: '', err: 'stays: CLIENT_SALT is missing\n' });
});
