import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runApp } from './run-app.ts';

/** A folder with a server.ts that does this. */
function makeApp(script: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'app-'));
  writeFileSync(path.join(folder, 'server.ts'), script);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const sayReady = `process.stdout.write(JSON.stringify({ ready: true }) + '\\n');`;
const stayUp = 'setInterval(() => undefined, 1000);';

test('waits until the app serves, hands on its log, and ends it', async () => {
  const directory = makeApp(
    `console.log('hello'); process.on('SIGTERM', () => process.exit(0)); ${sayReady} ${stayUp}`,
  );
  const lines: string[] = [];
  const app = await runApp({ name: 'stays', directory, env: {}, onLine: (line) => lines.push(line) });
  expect(lines).toEqual(['hello']);
  await app.stop();
  expect(await app.ended).toBe(0);
});

test('an app that does not come up is named', async () => {
  const directory = makeApp('process.exit(3);');
  await expect(runApp({ name: 'stays', directory, env: {}, onLine: () => undefined })).rejects.toThrow(
    'stays did not start (exit code 3)',
  );
});

test('an app gets the settings named for it, and no other key that lies about', async () => {
  process.env['SOMEBODY_ELSES_KEY'] = 'secret';
  onTestFinished(() => {
    delete process.env['SOMEBODY_ELSES_KEY'];
  });
  const print = `console.log(process.env.OWN, process.env.SOMEBODY_ELSES_KEY);`;
  const directory = makeApp(`${print} ${sayReady} ${stayUp}`);
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

test('an app notices when whoever started it is gone', async () => {
  const directory = makeApp(`process.once('disconnect', () => process.exit(7)); ${sayReady} ${stayUp}`);
  const app = await runApp({ name: 'stays', directory, env: {}, onLine: () => undefined });
  app.disconnect();
  expect(await app.ended).toBe(7);
});
