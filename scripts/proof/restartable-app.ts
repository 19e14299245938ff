import { setTimeout } from 'node:timers/promises';
import { type RunningChild, runApp } from '../start/run-app.ts';

/** A process of the product that can be killed and started again under the same address. */
export type RestartableApp = {
  name: string;
  url: string;
  readonly pid: number;
  /** When it was last ready, by `performance.now()`. */
  readonly readyAt: number;
  /** Ends it with SIGKILL. */
  kill: () => Promise<void>;
  restart: () => Promise<void>;
  /** What ended although nobody told it to. */
  listUnexpectedEnds: () => string[];
};

type Options = Parameters<typeof runApp>[0] & {
  port: number;
  /** Start it again when it has ended by itself, as the supervisor of a server does. */
  isSupervised?: boolean;
};

/** Starts an app and keeps what is needed to start it again. */
export async function startRestartableApp(options: Options): Promise<RestartableApp> {
  const { port, isSupervised = false, ...app } = options;
  const unexpected: string[] = [];
  let isToEnd = false;
  let running: RunningChild | null = null;
  let readyAt = 0;
  const startAgain = async (): Promise<void> => {
    while (!isToEnd) {
      try {
        return await start();
      } catch {
        await setTimeout(200); // not yet: Postgres is away
      }
    }
  };
  const start = async (): Promise<void> => {
    isToEnd = false;
    const child = await runApp(app);
    running = child;
    readyAt = performance.now();
    child.ended.then((code) => {
      running = running === child ? null : running;
      if (!isToEnd) {
        unexpected.push(`${app.name} ended by itself (exit code ${code})`);
        if (isSupervised) {
          void startAgain();
        }
      }
    });
  };
  await start();
  return {
    name: app.name,
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return running?.pid ?? 0;
    },
    get readyAt() {
      return readyAt;
    },
    kill: async () => {
      isToEnd = true;
      await running?.kill();
    },
    restart: start,
    listUnexpectedEnds: () => unexpected,
  };
}
