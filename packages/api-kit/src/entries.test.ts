import { build } from 'vite';
import { expect, test } from 'vitest';

/** The packages that an entry imports, however deep, besides Node's own modules. */
async function listImportedPackages(entry: string): Promise<string[]> {
  const packages = new Set<string>();
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: new URL(entry, import.meta.url).pathname, formats: ['es'] },
      rollupOptions: {
        external: (id) => {
          const isPackage = !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('node:');
          if (isPackage) packages.add(id);
          return isPackage || id.startsWith('node:');
        },
      },
    },
  });
  return [...packages].sort();
}

test.each(['./index.ts', './server/start-app-server.ts', './server/run-until-stopped.ts'])(
  'an app without guest tokens gets none of @gudbro/auth from %s',
  async (entry) => {
    const packages = await listImportedPackages(entry);
    expect(packages).not.toContain('@gudbro/auth');
  },
);

test('the routes are where guest tokens are read', async () => {
  expect(await listImportedPackages('./routes.ts')).toContain('@gudbro/auth');
});
