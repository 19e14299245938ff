import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import { readPrice } from './form-values';

/** An amount in major units that is not negative, or nothing. It is read once the place, and so the currency, is known. */
export const amountField = z.string().trim().max(30, 'too_long');

/** The two prices of a form in minor units. Throws with the field where one is no amount of this currency. */
export function readPrices(input: { price: string; weekendPrice: string }, currency: string) {
  const read = (field: 'price' | 'weekendPrice') => {
    const found = readPrice(input[field], currency);
    if ('wrong' in found) {
      throw new ApiError('invalid_request', { fields: { [field]: found.wrong } });
    }
    return found.minor;
  };
  return { price: read('price'), weekendPrice: read('weekendPrice') };
}
