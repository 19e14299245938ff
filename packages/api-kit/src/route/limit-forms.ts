import { ApiError } from '../errors/api-error.ts';

/** How many forms with files may be handled at once: of one sender, and of all together. */
export type FormLimits = { ofOne: number; inTotal: number };

/**
 * Returns a function that handles a form, or throws `unavailable` where too many are being handled. A form with files is in
 * memory up to three times, from its first byte to the response, and a sender may take half a minute for its bytes.
 */
export function limitForms({ ofOne, inTotal }: FormLimits) {
  const counts = new Map<string, number>();
  let total = 0;

  function count(sender: string, change: 1 | -1): void {
    const left = (counts.get(sender) ?? 0) + change;
    total += change;
    if (left === 0) {
      counts.delete(sender);
    } else {
      counts.set(sender, left);
    }
  }

  return async function handleForm<Result>(sender: string, handle: () => Promise<Result>): Promise<Result> {
    if (total >= inTotal || (counts.get(sender) ?? 0) >= ofOne) {
      throw new ApiError('unavailable', { reason: 'photos_are_waiting', retryAfterSeconds: 10 });
    }
    count(sender, 1);
    try {
      return await handle();
    } finally {
      count(sender, -1);
    }
  };
}
