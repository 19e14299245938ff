import { beforeAll, expect, test } from 'vitest';
import { lintFiles } from './lint-files.ts';

type Import = [from: string, imported: string];

type Borders = {
  /** A folder of each kind. */
  folders: Record<string, string>;
  allowed: Import[];
  refused: Import[];
};

const backoffice: Borders = {
  folders: {
    app: 'src/app/(signed-in)/orders',
    src: 'src',
    feature: 'src/features/orders',
    shell: 'src/shell/frame',
    client: 'src/client',
    i18n: 'src/i18n',
    server: 'src/server',
    testing: 'src/testing',
    e2e: 'e2e',
  },
  allowed: [
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
  ],
  refused: [
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
  ],
};

const stays: Borders = {
  folders: {
    app: 'src/app/stay/room/[roomCode]',
    feature: 'src/features/orders',
    shell: 'src/shell/actions',
    client: 'src/client',
    codes: 'src/codes',
    i18n: 'src/i18n',
    server: 'src/server/stay',
  },
  allowed: [
    ['app', '@/features/orders/cart-sheet'],
    ['app', '@/shell/actions/action-host'],
    ['app', '../../stay-screen'],
    ['feature', './queries'],
    ['feature', '@/shell/sheets/sheet'],
    ['feature', '@/client/request-api'],
    ['feature', '@/server/call-guest-function'],
    ['feature', '@gudbro/guest-api/order'],
    ['shell', '../cart/cart'],
    ['shell', '@/client/line-state'],
    ['shell', '@/server/desk-contacts'],
    ['server', '../caller'],
    ['server', '@gudbro/guest-api/room-access'],
    ['server', '@gudbro/guest-api/stay-code'],
    ['client', './line-state'],
    ['guest-api', './room-access'],
    ['guest-api', '@gudbro/guest-api/stay-code'],
    ['i18n', '../../messages/en.json'],
  ],
  refused: [
    ['feature', '@/features/incidents/queries'],
    ['feature', '../incidents/queries'],
    ['feature', '@/app/stay-screen'],
    ['feature', '../../app/stay-screen'],
    ['shell', '@/features/orders/cart-sheet'],
    ['shell', '../../features/orders/cart-sheet'],
    ['shell', '@/app/stay-actions'],
    ['server', '@/features/orders/queries'],
    ['server', '../../features/orders/queries'],
    ['server', '@/app/stay-screen'],
    ['server', '@/shell/actions/stay-page'],
    ['server', '@/client/request-api'],
    ['client', '@/features/orders/order-card'],
    ['client', '@/shell/actions/stay-page'],
    ['client', '@/server/caller'],
    ['codes', '@/features/orders/queries'],
    ['codes', '@/shell/actions/stay-page'],
    ['codes', '@/server/caller'],
    ['i18n', '@/server/caller'],
  ],
};

const apps = { backoffice, stays };

const oneApp = 'Apps do not know each other.';
const onlyExports = 'Import a package by what its exports name.';

const refusedEverywhere: [app: keyof typeof apps, imported: string, message: string, except?: string][] = [
  ['backoffice', '@gudbro/stays', oneApp],
  ['backoffice', '../../../../stays/src/env', oneApp],
  ['backoffice', '@gudbro/ui/src/button', onlyExports],
  ['backoffice', '../../../../../packages/ui/src/button', onlyExports],
  ['backoffice', '@supabase/supabase-js', 'Only src/server imports supabase-js', 'server'],
  ['stays', '@gudbro/backoffice', oneApp],
  ['stays', '../../../../backoffice/src/env', oneApp],
  ['stays', '@gudbro/ui/src/button', onlyExports],
  ['stays', '../../../../../packages/ui/src/button', onlyExports],
];

type Case = { app: string; from: string; path: string; code: string; imported: string };

const listCases = (list: 'allowed' | 'refused'): Case[] =>
  Object.entries(apps).flatMap(([app, borders]) =>
    borders[list].map(([from, imported]) => makeCase(app, borders, from, imported)),
  );

const refusedEverywhereCases = refusedEverywhere.flatMap(([app, imported, message, except]) =>
  Object.keys(apps[app].folders)
    .filter((from) => from !== except)
    .map((from) => ({ ...makeCase(app, apps[app], from, imported), message })),
);

const ofFeature = [
  ['a type', `import type { Report } from '../reports/queries';\nexport type Used = Report;\n`],
  ['a re-export', `export { listReports } from '../reports/queries';\n`],
  ['a dynamic import', `export const load = () => import('../reports/queries');\n`],
] as const;

const ofFeatureCases = Object.keys(apps).flatMap((app) =>
  ofFeature.map(([form, code]) => ({ app, form, code, path: pathOf(app, 'src/features/orders', code) })),
);

function makeCase(app: string, { folders }: Borders, from: string, imported: string): Case {
  const code = `import '${imported}';\n`;
  return { app, from, imported, code, path: pathOf(app, folders[from] ?? from, code) };
}

/** Each file has one import, and is named for it. */
function pathOf(app: string, folder: string, code: string): string {
  return `apps/${app}/${folder}/file-${Buffer.from(code).toString('hex')}.ts`;
}

const [allowed, refused] = [listCases('allowed'), listCases('refused')];
let refusals: Map<string, string>;

beforeAll(() => {
  refusals = lintFiles('style/noRestrictedImports', [
    ...allowed,
    ...refused,
    ...refusedEverywhereCases,
    ...ofFeatureCases,
  ]);
});

test.each(allowed)('in $app, $from may import $imported', ({ path }) => {
  expect(refusals.get(path)).toBeUndefined();
});

test.each(refused)('in $app, $from may not import $imported', ({ path }) => {
  expect(refusals.get(path)).toMatch(/imports? (neither|none)/);
});

test.each(ofFeatureCases)('in $app, a feature may not import another one by $form either', ({ path }) => {
  expect(refusals.get(path)).toMatch('A feature imports neither another feature');
});

test.each(refusedEverywhereCases)('in $app, $from may not import $imported', ({ path, message }) => {
  expect(refusals.get(path)).toMatch(message);
});
