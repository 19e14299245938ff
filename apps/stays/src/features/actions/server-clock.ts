let aheadMs = 0;

/** Takes the time from an answer: a phone's own clock may be years off. */
export function setClockBy(response: Response): void {
  const serverTime = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(serverTime)) {
    aheadMs = serverTime - Date.now();
  }
}

/** What time it is for the house. Before the first answer, what the phone says. */
export function serverNow(): Date {
  return new Date(Date.now() + aheadMs);
}
