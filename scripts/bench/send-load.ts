import { Agent, get } from 'node:http';

export type Load = { connections: number; milliseconds: number; mostRequests: number };
export type LoadResult = { count: number; perSecond: number };

/** Requests a URL repeatedly, up to a time and a number of requests. Throws if a response is not 200. */
export async function sendLoad(
  url: string,
  { connections, milliseconds, mostRequests }: Load,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const startedAt = performance.now();
  let count = 0;
  const sendUntilDone = async () => {
    while (count < mostRequests && performance.now() - startedAt < milliseconds) {
      count += 1;
      await sendRequest(url, agent);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, sendUntilDone));
  } finally {
    agent.destroy();
  }
  return { count, perSecond: count / ((performance.now() - startedAt) / 1000) };
}

function sendRequest(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, timeout: 10_000 }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${url} returned ${response.statusCode}.`)),
      );
    });
    request.once('timeout', () => request.destroy(new Error(`${url} did not respond in time.`)));
    request.once('error', reject);
  });
}
