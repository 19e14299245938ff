import { Agent, get } from 'node:http';

export type Load = { connections: number; milliseconds: number; mostRequests: number };
export type Answered = { count: number; perSecond: number };

/** Asks a URL over and over. All answers must be good. Bounded in time and in number. */
export async function sendLoad(
  url: string,
  { connections, milliseconds, mostRequests }: Load,
): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const startedAt = performance.now();
  let count = 0;
  const keepAsking = async () => {
    while (count < mostRequests && performance.now() - startedAt < milliseconds) {
      count += 1;
      await ask(url, agent);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, keepAsking));
  } finally {
    agent.destroy();
  }
  return { count, perSecond: count / ((performance.now() - startedAt) / 1000) };
}

function ask(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, timeout: 10_000 }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${url} answered ${response.statusCode}.`)),
      );
    });
    request.once('timeout', () => request.destroy(new Error(`${url} did not answer in time.`)));
    request.once('error', reject);
  });
}
