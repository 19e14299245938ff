import path from 'node:path';
import { buildEmptyApp } from './build-empty-app.ts';
import { atMost, type Check, formatCheck, formatKilobytes } from './check.ts';
import { launchBrowser } from './launch-browser.ts';
import { loadPage, sumBytes } from './load-page.ts';
import {
  type MeasuredScreen,
  type MeasuredScreens,
  measureScreens,
  sumScripts,
  sumScriptsBeyond,
} from './measure-screens.ts';
import { runCommand } from './run-command.ts';
import { signInOwner } from './sign-in-owner.ts';
import { startEmpty } from './start-apps.ts';
import { startBackoffice } from './start-backoffice.ts';

/** Measures what each screen of the backoffice loads, as the demo's owner, compared with an empty Next app and with Today. */

const root = path.join(import.meta.dirname, '../..');
const slug = 'sunset-hotel';
const mostScriptOfToday = 120_000;
const mostScriptOfAnother = 40_000;

async function measure(): Promise<readonly Check[]> {
  await using ending = new AsyncDisposableStack();
  print('Building both apps …');
  await runCommand('turbo', ['run', 'build', '--filter=@gudbro/backoffice'], root);
  const emptyApp = await buildEmptyApp(path.join(root, 'apps/backoffice'));
  ending.defer(emptyApp.remove);
  const backoffice = await startBackoffice(ending);
  const empty = await startEmpty(emptyApp.directory, ending);
  const browser = await launchBrowser();
  ending.defer(() => browser.close());
  const emptyPage = await loadPage(browser, { url: empty.url, width: 1440 });
  const emptyScript = sumScripts(emptyPage.assets);
  const cookies = await signInOwner(browser, backoffice);
  const screens = await measureScreens(browser, { url: backoffice.url, slug, cookies });
  print(
    '',
    `The empty page loads ${formatKilobytes(emptyScript)} of JavaScript, gz.`,
    ...formatTable(screens),
  );
  return judge(screens, emptyScript);
}

function judge({ opened }: MeasuredScreens, emptyScript: number): Check[] {
  const [today, ...others] = opened;
  if (today === undefined) {
    throw new TypeError('Today is the first screen that is measured.');
  }
  const above = sumScripts(today.assets) - emptyScript;
  const [heaviest] = others
    .map(({ name, assets }) => ({ name, bytes: sumScriptsBeyond(assets, today.assets) }))
    .sort((a, b) => b.bytes - a.bytes);
  if (heaviest === undefined) {
    throw new TypeError('Today links to other screens.');
  }
  return [
    atMost('JavaScript of Today above the empty page, gz', above, mostScriptOfToday, formatKilobytes),
    atMost(
      `JavaScript of the heaviest other, ${heaviest.name}, above Today, gz`,
      heaviest.bytes,
      mostScriptOfAnother,
      formatKilobytes,
    ),
  ];
}

function formatTable({ opened, notOpened }: MeasuredScreens): string[] {
  const title = formatRow('in kB', ['JS, gz', 'above Today', 'by cache', 'CSS, gz', 'HTML, gz', 'responses']);
  const [today] = opened;
  const rows = opened.map((screen) => formatScreen(screen, today));
  const rest =
    notOpened.length === 0 ? [] : [`Not opened, since no link leads there: ${notOpened.join(', ')}`];
  return ['', title, ...rows, ...rest];
}

function formatScreen(screen: MeasuredScreen, today: MeasuredScreen | undefined): string {
  const { name, assets, furtherBytes, documentGzBytes, requests } = screen;
  const sizes = [
    sumScripts(assets),
    sumScriptsBeyond(assets, today?.assets ?? []),
    furtherBytes,
    sumBytes(assets, 'style') + sumBytes(assets, 'style', true),
    documentGzBytes,
  ];
  return formatRow(name, [...sizes.map((bytes) => (bytes / 1000).toFixed(1)), String(requests)]);
}

function formatRow(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

const checks = await measure();
print('', ...checks.map(formatCheck));
process.exitCode = checks.every(({ isMet }) => isMet) ? 0 : 1;
