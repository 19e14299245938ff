import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nodeFlags, runApp } from './run-app.ts';

/** Makes a folder with this script as its server.ts. */
function makeApp(script: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'app-'));
  writeFileSync(path.join(folder, 'server.ts'), script);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const writeReady = `process.stdout.write(JSON.stringify({ ready: true }) + '\\n');`;
const stayUp = 'setInterval(() => undefined, 1000);';

test('waits until the app is ready, passes its log lines on, and stops it', async () => {
  const directory = makeApp(
    `console.log('hello'); process.on('SIGTERM', () => process.exit(0)); ${writeReady} ${stayUp}`,
  );
  const lines: string[] = [];
  const app = await runApp({ name: 'stays', directory, env: {}, onLine: (line) => lines.push(line) });
  expect(lines).toEqual(['hello']);
  await app.stop();
  expect(await app.ended).toBe(0);
});

test('an app that does not start is named in the error', async () => {
  const directory = makeApp('process.exit(3);');
  await expect(runApp({ name: 'stays', directory, env: {}, onLine: () => undefined })).rejects.toThrow(
    'stays did not start (exit code 3)',
  );
});

test('an app gets the variables given for it, and no other variable of the process that starts it', async () => {
  process.env['SOMEBODY_ELSES_KEY'] = 'secret';
  onTestFinished(() => {
    delete process.env['SOMEBODY_ELSES_KEY'];
  });
  const print = `console.log(process.env.OWN, process.env.SOMEBODY_ELSES_KEY);`;
  const directory = makeApp(`${print} ${writeReady} ${stayUp}`);
  const lines: string[] = [];
  const app = await runApp({
    name: 'stays',
    directory,
    env: { OWN: 'mine' },
    onLine: (line) => lines.push(line),
  });
  expect(lines).toEqual(['mine undefined']);
  await app.stop();
});

test('an app notices when the process that started it is gone', async () => {
  const directory = makeApp(`process.once('disconnect', () => process.exit(7)); ${writeReady} ${stayUp}`);
  const app = await runApp({ name: 'stays', directory, env: {}, onLine: () => undefined });
  app.disconnect();
  expect(await app.ended).toBe(7);
});

test('the image and the start script of each app have the flags that npm start gives to Node', () => {
  const root = path.join(import.meta.dirname, '../..');
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  expect(read('Dockerfile')).toContain(
    `CMD ${JSON.stringify(['node', ...nodeFlags, 'server.ts']).replaceAll(',', ', ')}`,
  );
  for (const app of ['stays', 'backoffice', 'jobs']) {
    const { scripts } = JSON.parse(read(`apps/${app}/package.json`));
    expect(scripts.start).toBe(['node', ...nodeFlags, 'server.ts'].join(' '));
  }
});
