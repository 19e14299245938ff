import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { startDevApp } from './start-dev-app.ts';

const writeReady = `process.stdout.write(JSON.stringify({ ready: true }) + '\\n');`;
const stayUp = `process.on('SIGTERM', () => process.exit(0)); setInterval(() => undefined, 1000);`;
const server = `import { greeting } from './greeting.ts'; console.log(greeting, process.argv[2]); ${stayUp} ${writeReady}`;

test('starts an app again for a file its server imports, and waits for the next change if it does not start', async () => {
  const directory = makeTempFolder({
    'server.ts': server.replaceAll('; ', ';\n'),
    'greeting.ts': `export const greeting = 'first';`,
    'page.ts': `export const page = 'Next reloads this one';`,
    'package.json': '{ "type": "module" }',
  });
  const lines: string[] = [];
  const app = await startDevApp({ name: 'stays', directory, env: {}, onLine: (line) => lines.push(line) });
  onTestFinished(app.close);
  expect(lines).toEqual(['stays: first --dev']);

  writeFileSync(path.join(directory, 'page.ts'), `export const page = 'changed';`);
  writeFileSync(path.join(directory, 'greeting.ts'), `export const greeting = 'second';`);
  await expect.poll(() => lines.at(-1)).toMatch(/^stays started again in .*greeting\.ts changed\.$/);
  expect(lines.at(-1)).not.toContain('page.ts');
  expect(lines.at(-2)).toBe('stays: second --dev');

  writeFileSync(path.join(directory, 'greeting.ts'), `export const greeting = ;`);
  await expect.poll(() => lines.at(-1)).toContain('stays did not start (exit code 1)');

  writeFileSync(path.join(directory, 'greeting.ts'), `export const greeting = 'third';`);
  await expect.poll(() => lines.at(-2)).toBe('stays: third --dev');
});

test('reports that an app has ended unexpectedly, and nothing when it was told to end', async () => {
  const directory = makeTempFolder({ 'server.ts': `${writeReady} process.exit(3);` });
  const lines: string[] = [];
  const app = await startDevApp({ name: 'stays', directory, env: {}, onLine: (line) => lines.push(line) });
  await expect
    .poll(() => lines)
    .toEqual(['stays has ended (exit code 3). Save one of its server files to start it again.']);
  await app.close();

  const quiet = makeTempFolder({ 'server.ts': `${stayUp} ${writeReady}` });
  const other = await startDevApp({
    name: 'stays',
    directory: quiet,
    env: {},
    onLine: (line) => lines.push(line),
  });
  await other.close();
  expect(lines).toHaveLength(1);
});
