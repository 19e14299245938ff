let aheadMs = 0;

/** Takes the time from a response's Date header: a phone's own clock may be years off. */
export function syncClock(response: Response): void {
  const serverTime = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(serverTime)) {
    aheadMs = serverTime - Date.now();
  }
}

/** The server's time. Before the first response, the phone's. */
export function serverNow(): Date {
  return new Date(Date.now() + aheadMs);
}
