import type { StayPrice } from '@gudbro/guest-api/property-page-schemas';

/** Nights that cost the same for the same reason. */
export type PriceLine = {
  season: string | null;
  isWeekend: boolean;
  priceMinor: number;
  nights: number;
};

/** What a total is made of: its nights by reason and price, in the order in which they first occur. */
export function listPriceLines({ nights }: Pick<StayPrice, 'nights'>): PriceLine[] {
  const lines = new Map<string, PriceLine>();
  for (const { season, isWeekend, priceMinor } of nights) {
    const key = JSON.stringify([season, isWeekend, priceMinor]);
    const line = lines.get(key) ?? { season, isWeekend, priceMinor, nights: 0 };
    lines.set(key, { ...line, nights: line.nights + 1 });
  }
  return [...lines.values()];
}
