import { setTimeout as wait } from 'node:timers/promises';
import { atMost, type Check, formatCheck } from './check.ts';
import { launchBrowser } from './launch-browser.ts';
import { signInOwner } from './sign-in-owner.ts';
import { type RunningBackoffice, startBackoffice } from './start-backoffice.ts';

/**
 * Measures what fifty open screens of one place cost the backoffice: by a stream, and beside it by asking every three seconds. Beside
 * both it prints what a change at the place costs, after which each of these screens is read anew.
 */

const slug = 'sunset-hotel';
const desks = 50;
const intervalMs = 3_000;
const measuredMs = 30_000;
const mostOfACore = 0.05;
const screens = ['today', 'orders', 'reports', 'calendar', 'bookings'];
const readings = 40;

async function measure(): Promise<readonly Check[]> {
  await using ending = new AsyncDisposableStack();
  const backoffice = await startBackoffice(ending);
  const browser = await launchBrowser();
  ending.defer(() => browser.close());
  const cookies = await signInOwner(browser, backoffice);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const pulse = new URL(`/p/${slug}/pulse`, backoffice.url);
  const asking = await measureCpu(backoffice, (until) =>
    openDesks((desk) => keepAsking(pulse, { cookie, desk, until })),
  );
  const live = new URL(`/p/${slug}/pulse/live`, backoffice.url);
  const listening = await measureCpu(backoffice, (until) =>
    openDesks(() => keepListening(live, { cookie, until })),
  );
  const anew: string[] = [];
  for (const screen of screens) {
    const cpuMs = await measureReading(backoffice, new URL(`/p/${slug}/${screen}`, backoffice.url), cookie);
    anew.push(`${screen} ${cpuMs.toFixed(0)} ms`);
  }
  print(
    '',
    `CPU of the app to read a screen anew: ${anew.join(', ')}`,
    `${desks} desks that ask: ${asking.heard} answers, ${formatShare(asking.share)} of a core`,
    `${desks} desks that are told by a stream: ${listening.heard} events, ${formatShare(listening.share)} of a core`,
  );
  return [
    atMost(`CPU of the app for ${desks} desks of one place`, listening.share, mostOfACore, formatShare),
  ];
}

const formatShare = (share: number) => `${(share * 100).toFixed(1)} %`;

/** The share of a core that the backoffice uses while the desks are open, and how much they heard. */
async function measureCpu(backoffice: RunningBackoffice, open: (until: AbortSignal) => Promise<number>) {
  const closing = new AbortController();
  const opened = open(closing.signal);
  await wait(2 * intervalMs);
  const before = { cpu: await backoffice.readCpu(), at: performance.now() };
  await wait(measuredMs);
  const share = ((await backoffice.readCpu()) - before.cpu) / 1000 / (performance.now() - before.at);
  closing.abort();
  return { share, heard: await opened };
}

/** The CPU time that the backoffice uses to read this screen anew, as Next's router does, in milliseconds. */
async function measureReading(backoffice: RunningBackoffice, url: URL, cookie: string): Promise<number> {
  const read = async (times: number) => {
    for (let count = 0; count < times; count += 1) {
      const response = await fetch(url, { headers: { cookie, rsc: '1' } });
      if (response.status !== 200) {
        throw new Error(`The screen responds with ${response.status}.`);
      }
      await response.text();
    }
  };
  await read(readings);
  const before = await backoffice.readCpu();
  await read(readings);
  return ((await backoffice.readCpu()) - before) / 1000 / readings;
}

async function openDesks(open: (desk: number) => Promise<number>): Promise<number> {
  const heard = await Promise.all(Array.from({ length: desks }, (_, desk) => open(desk)));
  return heard.reduce((sum, count) => sum + count, 0);
}

/** Asks as a screen without a stream does, with the tag of the answer before. Returns how often. */
async function keepAsking(
  url: URL,
  { cookie, desk, until }: { cookie: string; desk: number; until: AbortSignal },
): Promise<number> {
  let [count, tag] = [0, ''];
  await wait((intervalMs / desks) * desk);
  while (!until.aborted) {
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

/** Listens as an open screen does. Returns how many events came. */
async function keepListening(
  url: URL,
  { cookie, until }: { cookie: string; until: AbortSignal },
): Promise<number> {
  const leaving = new AbortController();
  const response = await fetch(url, { headers: { cookie }, signal: leaving.signal });
  if (response.status !== 200 || response.body === null) {
    throw new Error(`The stream responds with ${response.status}.`);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let events = 0;
  while (!until.aborted) {
    const { value, done } = await reader.read();
    if (done) {
      throw new Error('The stream ended.');
    }
    events += value.split('data: ').length - 1;
  }
  leaving.abort();
  return events;
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

const checks = await measure();
print('', ...checks.map(formatCheck));
process.exitCode = checks.every(({ isMet }) => isMet) ? 0 : 1;
