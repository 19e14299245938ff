import path from 'node:path';
import { buildEmptyApp } from './build-empty-app.ts';
import { atLeast, type Check, formatCheck, formatPercent } from './check.ts';
import { compareThroughput, type Pair, type Throughput } from './compare-throughput.ts';
import { measureSizes } from './measure-sizes.ts';
import { runCommand } from './run-command.ts';
import { type RunningApps, startApps } from './start-apps.ts';

/** Compares the guest app with an empty Next app, built and run in the same way at the same time. */

const root = path.join(import.meta.dirname, '../..');
const roomCode = 'RM-SUNSET22';
// Of the requests per second of an empty app.
const leastOfRoute = 1;
const leastOfPage = 0.8;

async function compare(): Promise<readonly Check[]> {
  await using ending = new AsyncDisposableStack();
  print('Building both apps …');
  await runCommand('turbo', ['run', 'build', '--filter=@gudbro/stays'], root);
  const empty = await buildEmptyApp(path.join(root, 'apps/stays'));
  ending.defer(empty.remove);
  const apps = await startApps(empty.directory, ending);
  const sizes = await measureSizes(`${apps.stays.url}/stay/room/${roomCode}`, apps.empty.url);
  print('', ...sizes.lines, '', 'Requests per second, with recorded database responses');
  return [...sizes.checks, ...(await measureThroughput(apps))];
}

async function measureThroughput({ stays, rendering, empty, recorder }: RunningApps): Promise<Check[]> {
  const pairs: (Pair & { least: number })[] = [
    {
      least: leastOfRoute,
      name: 'GET /api/stay/room/… to an empty route handler',
      ours: { ...stays, url: `${stays.url}/api/stay/room/${roomCode}` },
      empty: { ...empty, url: `${empty.url}/api/empty` },
    },
    {
      least: leastOfPage,
      name: 'Room page to an empty dynamic page',
      ours: { ...stays, url: `${stays.url}/stay/room/${roomCode}` },
      empty,
    },
  ];
  const checks: Check[] = [];
  for (const pair of pairs) {
    const measured = await compareThroughput(pair);
    print(...formatThroughput(measured));
    checks.push(atLeast(measured.name, measured.ratio, pair.least, formatPercent));
  }
  const rendered = await compareThroughput({
    name: 'Room page, rendered for each scan, to an empty dynamic page',
    ours: { ...rendering, url: `${rendering.url}/stay/room/${roomCode}` },
    empty,
  });
  print(
    ...formatThroughput(rendered),
    `  rendering a room’s page costs ${(1 / rendered.cpuRatio).toFixed(1)} empty pages of processor time`,
  );
  print(`  (${recorder.countForwarded()} calls were forwarded to the database)`);
  return checks;
}

function formatThroughput({ name, ours, empty, ratio, least, most, cpuRatio }: Throughput): string[] {
  return [
    `  ${name}`,
    `    per second:        ${ours.perSecond.toFixed(0)} to ${empty.perSecond.toFixed(0)}, ` +
      `${formatPercent(ratio)}, rounds from ${formatPercent(least)} to ${formatPercent(most)}`,
    `    per second of CPU: ${ours.perCpuSecond.toFixed(0)} to ${empty.perCpuSecond.toFixed(0)}, ${formatPercent(cpuRatio)}`,
  ];
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

const checks = await compare();
print('', ...checks.map(formatCheck));
process.exitCode = checks.every(({ isMet }) => isMet) ? 0 : 1;
