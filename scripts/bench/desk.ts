import { setTimeout as wait } from 'node:timers/promises';
import { atMost, type Check, formatCheck, formatPercent } from './check.ts';
import { launchBrowser } from './launch-browser.ts';
import { signInOwner } from './sign-in-owner.ts';
import { startBackoffice } from './start-backoffice.ts';

/** Measures what fifty open screens of one place cost the backoffice, each of which asks for the pulse every three seconds. */

const slug = 'sunset-hotel';
const desks = 50;
const intervalMs = 3_000;
const measuredMs = 30_000;
const mostOfACore = 0.05;

async function measure(): Promise<readonly Check[]> {
  await using ending = new AsyncDisposableStack();
  const backoffice = await startBackoffice(ending);
  const browser = await launchBrowser();
  ending.defer(() => browser.close());
  const cookies = await signInOwner(browser, backoffice);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const url = new URL(`/p/${slug}/pulse`, backoffice.url);

  const until = { ends: false };
  const asked = Array.from({ length: desks }, (_, desk) => keepAsking(url, { cookie, desk, until }));
  await wait(2 * intervalMs);
  const before = { cpu: await backoffice.readCpu(), at: performance.now() };
  await wait(measuredMs);
  const share = ((await backoffice.readCpu()) - before.cpu) / 1000 / (performance.now() - before.at);
  until.ends = true;
  const answers = (await Promise.all(asked)).reduce((sum, count) => sum + count, 0);
  print('', `${desks} desks asked ${answers} times.`);
  return [atMost(`CPU of the app for ${desks} desks of one place`, share, mostOfACore, formatPercent)];
}

type Asking = { cookie: string; desk: number; until: { ends: boolean } };

/** Asks as an open screen does, with the tag of the answer before. Returns how often. */
async function keepAsking(url: URL, { cookie, desk, until }: Asking): Promise<number> {
  let [count, tag] = [0, ''];
  await wait((intervalMs / desks) * desk);
  while (!until.ends) {
    const response = await fetch(url, { headers: { cookie, 'if-none-match': tag } });
    if (response.status !== 200 && response.status !== 304) {
      throw new Error(`The pulse responds with ${response.status}.`);
    }
    await response.text();
    tag = response.headers.get('etag') ?? '';
    count += 1;
    await wait(intervalMs);
  }
  return count;
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

const checks = await measure();
print('', ...checks.map(formatCheck));
process.exitCode = checks.every(({ isMet }) => isMet) ? 0 : 1;
