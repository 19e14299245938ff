import { type RunningChild, runApp } from '../start/run-app.ts';

/** A process of the product that can be killed and started again under the same address. */
export type RestartableApp = {
  name: string;
  url: string;
  readonly pid: number;
  /** Ends it with SIGKILL. */
  kill: () => Promise<void>;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
  /** What ended although nobody told it to. */
  listUnexpectedEnds: () => string[];
};

type Options = Parameters<typeof runApp>[0] & { port: number };

/** Starts an app and keeps what is needed to start it again. */
export async function startRestartableApp({ port, ...app }: Options): Promise<RestartableApp> {
  const unexpected: string[] = [];
  let isToEnd = false;
  let running: RunningChild | null = null;
  const start = async () => {
    isToEnd = false;
    const child = await runApp(app);
    running = child;
    child.ended.then((code) => {
      if (running === child) {
        running = null;
      }
      if (!isToEnd) {
        unexpected.push(`${app.name} ended by itself (exit code ${code})`);
      }
    });
  };
  const end = async (how: 'kill' | 'stop') => {
    isToEnd = true;
    await running?.[how]();
  };
  await start();
  return {
    name: app.name,
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return running?.pid ?? 0;
    },
    kill: () => end('kill'),
    restart: start,
    stop: () => end('stop'),
    listUnexpectedEnds: () => unexpected,
  };
}
