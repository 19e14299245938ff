import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type FakeClock = {
  /** For the processes that use this clock. */
  env: Record<string, string>;
  /** Sets it to so many hours after the real time. */
  setHours: (hours: number) => void;
};

const places = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
];

/** Makes a clock for whole processes, by libfaketime. Returns the reason as text if it cannot. */
export function createFakeClock(ending: AsyncDisposableStack): FakeClock | string {
  const library = places.find(existsSync);
  if (library === undefined) {
    return 'libfaketime is not installed';
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'gudbro-clock-'));
  ending.defer(() => rmSync(directory, { recursive: true }));
  // Postgres reads it as another user.
  chmodSync(directory, 0o755);
  const file = path.join(directory, 'offset');
  const setHours = (hours: number) => writeFileSync(file, `+${hours}h\n`, { mode: 0o644 });
  setHours(0);
  return {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      // Timers run by the monotonic clock, which no change of the time of day moves.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    },
    setHours,
  };
}
