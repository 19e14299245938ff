import { type RunningChild, runApp } from '../start/run-app.ts';

type MeasuredApp = {
  running: RunningChild;
  /** The address it printed, if it chose its own port. */
  url: string | undefined;
  /** The CPU time that the app has used so far, in microseconds. */
  readCpu: () => Promise<number>;
};

type AppToRun = { name: string; directory: string; env: Record<string, string> };

/** Starts an app as `npm start` does, with `report-cpu.ts` loaded into it. */
export async function runMeasuredApp(app: AppToRun): Promise<MeasuredApp> {
  const printed: { url?: string; cpuUrl?: string } = {};
  const onLine = (line: string) => {
    if (/^\{"(?:url|cpuUrl)":/.test(line)) {
      Object.assign(printed, JSON.parse(line));
    }
  };
  const env = { ...app.env, NODE_OPTIONS: `--import=${import.meta.resolve('./report-cpu.ts')}` };
  const running = await runApp({ ...app, env, onLine });
  const { url, cpuUrl } = printed;
  if (cpuUrl === undefined) {
    await running.stop();
    throw new Error(`${app.name} does not report its CPU time.`);
  }
  return { running, url, readCpu: async () => Number(await (await fetch(cpuUrl)).text()) };
}
