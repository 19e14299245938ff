import { describe, expect, it } from 'vitest';
import { findZoneInDaylight } from './find-zone-in-daylight.ts';

describe('findZoneInDaylight', () => {
  it('names a zone where it is daytime, at each hour', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const now = new Date(Date.UTC(2026, 10, 28, hour, 59));
      const timeZone = findZoneInDaylight(now);
      const local = Number(
        new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now),
      );
      expect(local).toBeGreaterThanOrEqual(6);
      expect(local).toBeLessThan(18);
    }
  });
});
