import { beforeAll, expect, test } from 'vitest';
import { lintFiles } from './lint-files.ts';

/** A folder of each kind in the owners' app. */
const folders = {
  app: 'src/app/(signed-in)/orders',
  src: 'src',
  feature: 'src/features/orders',
  shell: 'src/shell/frame',
  client: 'src/client',
  i18n: 'src/i18n',
  server: 'src/server',
  testing: 'src/testing',
  e2e: 'e2e',
};

type Folder = keyof typeof folders;

const allowed: [from: Folder, imported: string][] = [
  ['app', '@/features/orders/queries'],
  ['app', '@/features/reports/queries'],
  ['app', '@/shell/frame/frame'],
  ['app', '@/server/current-account'],
  ['app', '@/env'],
  ['src', './server/connect-account'],
  ['feature', './queries'],
  ['feature', '@/shell/frame/frame'],
  ['feature', '@/client/clock'],
  ['feature', '@/server/account-client'],
  ['feature', '@gudbro/ui/button'],
  ['feature', 'next-intl/server'],
  ['shell', './menu'],
  ['shell', '../problem/error-panel'],
  ['shell', '@/client/clock'],
  ['shell', '@/server/current-account'],
  ['client', './clock'],
  ['client', '@gudbro/api-kit'],
  ['i18n', './locales'],
  ['i18n', '../../messages/en.json'],
  ['server', './account-client'],
  ['server', '../env'],
  ['server', '@/i18n/locales'],
  ['server', '@gudbro/api-kit/server'],
  ['server', '@supabase/ssr'],
  ['testing', '@/server/account-client'],
];

const refused: [from: Folder, imported: string][] = [
  ['feature', '@/features/reports/queries'],
  ['feature', '../reports/queries'],
  ['feature', './../reports/queries'],
  ['feature', '../../features/reports/queries'],
  ['feature', '@/app/layout'],
  ['feature', '../../app/layout'],
  ['shell', '@/features/orders/queries'],
  ['shell', '../../features/orders/queries'],
  ['shell', '@/app/layout'],
  ['shell', '../../app/layout'],
  ['server', '@/features/orders/queries'],
  ['server', '../features/orders/queries'],
  ['server', '@/app/layout'],
  ['server', '../app/layout'],
  ['server', '@/shell/frame/frame'],
  ['server', '../shell/frame/frame'],
  ['server', '@/client/clock'],
  ['server', '../client/clock'],
  ['client', '@/features/orders/queries'],
  ['client', '../features/orders/queries'],
  ['client', '@/app/layout'],
  ['client', '@/shell/frame/frame'],
  ['client', '../shell/frame/frame'],
  ['client', '@/server/account-client'],
  ['client', '../server/account-client'],
  ['i18n', '@/features/orders/queries'],
  ['i18n', '../shell/frame/frame'],
  ['i18n', '../server/account-client'],
  ['testing', '@/features/orders/queries'],
  ['testing', '../features/orders/queries'],
];

const isFolder = (name: string): name is Folder => name in folders;
const everywhere = Object.keys(folders).filter(isFolder);

const refusedEverywhere: [imported: string, message: string, except?: Folder][] = [
  ['@gudbro/stays', 'Apps do not know each other.'],
  ['../../../../stays/src/env', 'Apps do not know each other.'],
  ['@gudbro/ui/src/button', 'Import a package by what its exports name.'],
  ['../../../../../packages/ui/src/button', 'Import a package by what its exports name.'],
  ['@supabase/supabase-js', 'Only src/server imports supabase-js', 'server'],
];

const refusedEverywhereCases = refusedEverywhere.flatMap(([imported, message, except]) =>
  everywhere.filter((from) => from !== except).map((from) => ({ from, imported, message })),
);

const ofFeature = [
  ['a type', `import type { Report } from '../reports/queries';\nexport type Used = Report;\n`],
  ['a re-export', `export { listReports } from '../reports/queries';\n`],
  ['a dynamic import', `export const load = () => import('../reports/queries');\n`],
] as const;

const importOf = (imported: string) => `import '${imported}';\n`;

/** Each file has one import, and is named for it. */
function pathOf(from: Folder, code: string): string {
  return `apps/backoffice/${folders[from]}/${from}-${Buffer.from(code).toString('hex')}.ts`;
}

let refusals: Map<string, string>;

beforeAll(() => {
  const imports = [
    ...allowed,
    ...refused,
    ...refusedEverywhereCases.map(({ from, imported }): [Folder, string] => [from, imported]),
  ];
  refusals = lintFiles('style/noRestrictedImports', [
    ...imports.map(([from, imported]) => ({
      path: pathOf(from, importOf(imported)),
      code: importOf(imported),
    })),
    ...ofFeature.map(([, code]) => ({ path: pathOf('feature', code), code })),
  ]);
});

test.each(allowed)('in the backoffice, %s may import %s', (from, imported) => {
  expect(refusals.get(pathOf(from, importOf(imported)))).toBeUndefined();
});

test.each(refused)('in the backoffice, %s may not import %s', (from, imported) => {
  expect(refusals.get(pathOf(from, importOf(imported)))).toMatch(/imports? (neither|none)/);
});

test.each(ofFeature)(
  'in the backoffice, a feature may not import another one by %s either',
  (_form, code) => {
    expect(refusals.get(pathOf('feature', code))).toMatch('A feature imports neither another feature');
  },
);

test.each(refusedEverywhereCases)('in the backoffice, $from may not import $imported', (refusal) => {
  expect(refusals.get(pathOf(refusal.from, importOf(refusal.imported)))).toMatch(refusal.message);
});
