import { type RunningChild, runApp } from '../start/run-app.ts';

type MeasuredApp = {
  running: RunningChild;
  /** Where it listens, if it chose that itself. */
  url: string | undefined;
  /** Microseconds of CPU the app has taken so far. */
  readCpu: () => Promise<number>;
};

type AppToRun = { name: string; directory: string; env: Record<string, string> };

/** Starts an app as the product does, with something in it that tells how much CPU it takes. */
export async function runMeasuredApp(app: AppToRun): Promise<MeasuredApp> {
  const said: { url?: string; cpuUrl?: string } = {};
  const onLine = (line: string) => {
    if (/^\{"(?:url|cpuUrl)":/.test(line)) {
      Object.assign(said, JSON.parse(line));
    }
  };
  const env = { ...app.env, NODE_OPTIONS: `--import=${import.meta.resolve('./report-cpu.ts')}` };
  const running = await runApp({ ...app, env, onLine });
  const { url, cpuUrl } = said;
  if (cpuUrl === undefined) {
    await running.stop();
    throw new Error(`${app.name} does not tell what CPU time it takes.`);
  }
  return { running, url, readCpu: async () => Number(await (await fetch(cpuUrl)).text()) };
}
