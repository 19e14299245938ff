import 'server-only';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import type { TrialOfNights } from './price-trial-card';
import { tryPrice } from './queries';

const dateSchema = z.iso.date().catch('');
const longestStay = 90;

/** The price of the nights in the address, if they are a stay that a guest could request. */
export async function loadTrial(
  client: AccountClient,
  typeId: string,
  query: { checkIn: unknown; checkOut: unknown },
): Promise<TrialOfNights> {
  const checkIn = dateSchema.parse(query.checkIn);
  const checkOut = dateSchema.parse(query.checkOut);
  const nights = (Date.parse(checkOut) - Date.parse(checkIn)) / 86_400_000;
  const isStay = nights >= 1 && nights <= longestStay;
  return { checkIn, checkOut, price: isStay ? await tryPrice(client, typeId, checkIn, checkOut) : null };
}
