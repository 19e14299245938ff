import type { CDPSession, Page } from '@playwright/test';

type TraceEvent = {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  pid: number;
  tid: number;
};

export type Frames = {
  /** The longest task of the page's main thread, in its own time: other programs of the machine do not count. */
  longestTaskMs: number;
  /** The same by the clock. */
  longestTaskByClockMs: number;
  /** How many tasks of the main thread were longer than a frame may be. */
  longTasks: number;
  tasks: number;
};

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
const longMs = 33;

/** Traces the browser while something is done, and finds how long its frames took. */
export async function traceFrames(page: Page, run: (cdp: CDPSession) => Promise<void>): Promise<Frames> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[])); // the protocol names no type for them
  });
  const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  // What the page left while it was loaded is not paid for by what is done now.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, excludedCategories: ['*'] },
  });
  await run(cdp);
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  return findFrames(events);
}

function findFrames(events: readonly TraceEvent[]): Frames {
  // The page's main thread is the one that runs its functions.
  const counts = new Map<string, number>();
  for (const { name, pid, tid } of events) {
    if (name === 'FunctionCall' || name === 'FireAnimationFrame' || name === 'UpdateLayoutTree') {
      counts.set(`${pid} ${tid}`, (counts.get(`${pid} ${tid}`) ?? 0) + 1);
    }
  }
  const [main] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name === 'RunTask' && `${pid} ${tid}` === main,
  );
  const own = tasks.map(({ tdur = 0 }) => tdur / 1000);
  const byClock = tasks.map(({ dur = 0 }) => dur / 1000);
  return {
    longestTaskMs: Math.max(0, ...own),
    longestTaskByClockMs: Math.max(0, ...byClock),
    longTasks: own.filter((ms) => ms > longMs).length,
    tasks: tasks.length,
  };
}
