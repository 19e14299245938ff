import { build } from 'vite';
import { expect, test } from 'vitest';

/** The packages that an entry imports, directly or through its files, without Node's own modules. */
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
  'the entry %s does not import @gudbro/auth',
  async (entry) => {
    const packages = await listImportedPackages(entry);
    expect(packages).not.toContain('@gudbro/auth');
  },
);

test('the entry ./routes.ts imports @gudbro/auth, so the test of the other entries can fail', async () => {
  expect(await listImportedPackages('./routes.ts')).toContain('@gudbro/auth');
});
