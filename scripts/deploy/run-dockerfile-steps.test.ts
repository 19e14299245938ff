import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findFreePorts } from '../test/find-free-ports.ts';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { runDockerfileSteps } from './run-dockerfile-steps.ts';
import { runImage } from './run-image.ts';

const ending = `
USER node
EXPOSE 3000
HEALTHCHECK CMD node -e "fetch('http://127.0.0.1:3000').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "server.ts"]
`;

function makeFolders(dockerfile: string, files: Record<string, string> = {}) {
  const context = makeTempFolder({
    Dockerfile: dockerfile,
    '.dockerignore': '**/.env\nDockerfile\n',
    ...files,
  });
  return { context, workspace: makeTempFolder({}) };
}

test('a stage starts from the files of another, has arguments and variables, and copies from a third', async () => {
  const folders = makeFolders(
    `FROM node:1 AS base\nARG APP\nENV KIND=of-$APP\nWORKDIR /site\nRUN echo base > base.txt
FROM base AS other\nRUN echo "$APP $KIND $(pwd)" > made.txt
FROM base\nCOPY --from=other /site/made.txt copied/\nWORKDIR /site/$APP${ending}`,
  );
  const image = await runDockerfileSteps({ ...folders, buildArgs: { APP: 'stays' } });
  const text = (file: string) => readFileSync(path.join(image.root, file), 'utf8');
  expect(text('site/base.txt')).toBe('base\n');
  expect(text('site/copied/made.txt')).toBe(`stays of-stays ${image.root}/site\n`);
  expect(existsSync(path.join(image.root, 'site/made.txt'))).toBe(false);
  expect(image.workdir).toBe('/site/stays');
});

test('files that .dockerignore names are not copied, in any folder', async () => {
  const files = { '.env': 'SECRET=1', 'app/.env': 'SECRET=1', 'app/server.ts': '' };
  const folders = makeFolders(`FROM node:1\nWORKDIR /site\nCOPY . .${ending}`, files);
  const { root } = await runDockerfileSteps({ ...folders, buildArgs: {} });
  const exists = (file: string) => existsSync(path.join(root, 'site', file));
  expect(['.env', 'app/.env', 'app/server.ts'].map(exists)).toEqual([false, false, true]);
});

test('a step that fails ends the run', async () => {
  const folders = makeFolders(`FROM node:1\nRUN echo reason >&2 && exit 3${ending}`);
  await expect(runDockerfileSteps({ ...folders, buildArgs: {} })).rejects.toThrow('reason');
});

const server = `import { createServer } from 'node:http';
const server = createServer((_request, response) => response.end()).listen(Number(process.env.PORT), '127.0.0.1');`;

test('the command runs on the port given for the exposed one, until SIGTERM', async () => {
  const stops = `process.once('SIGTERM', () => server.close(() => process.exit(0)));`;
  const folders = makeFolders(`FROM node:1\nENV PORT=3000\nWORKDIR /site\nCOPY server.ts ./${ending}`, {
    'server.ts': `${server}\n${stops}`,
  });
  const image = await runDockerfileSteps({ ...folders, buildArgs: {} });
  const [port = 0] = await findFreePorts(1);
  const running = runImage(image, port, {});
  await running.waitUntilHealthy();
  expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200);
  expect(await running.stop()).toBe(0);
});

test('a command that ends before it is healthy is reported with what it wrote', async () => {
  const folders = makeFolders(`FROM node:1\nWORKDIR /site\nCOPY server.ts ./${ending}`, {
    'server.ts': `console.error('no database'); process.exit(1);`,
  });
  const image = await runDockerfileSteps({ ...folders, buildArgs: {} });
  const [port = 0] = await findFreePorts(1);
  await expect(runImage(image, port, {}).waitUntilHealthy()).rejects.toThrow('no database');
});
