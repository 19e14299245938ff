import { findZoneInDaylight } from '@gudbro/supabase-local/zone-in-daylight';

/** Days and hours of a house where it is daytime, so that its day does not end while a journey runs. */
export class HouseClock {
  readonly timeZone = findZoneInDaylight();

  /** A day, counted from today. */
  day(ahead: number): string {
    const at = Date.now() + ahead * 86_400_000;
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.timeZone }).format(at);
  }

  readTime(): string {
    const shown = { timeZone: this.timeZone, hour: '2-digit', minute: '2-digit' } as const;
    return new Intl.DateTimeFormat('en-GB', shown).format();
  }
}
