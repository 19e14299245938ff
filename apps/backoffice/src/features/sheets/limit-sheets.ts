import 'server-only';
import { ApiError, shareInProcess } from '@gudbro/api-kit';

/** What draws sheets. Previews have a limit of their own, so that desks which type into the form keep nobody from printing. */
type SheetWork = 'print' | 'preview';

const maxAtOnce = 4;
const running = shareInProcess('sheets-running', () => new Map<SheetWork, number>());

/** Refuses where as many sheets as this process can draw well are being drawn. */
export function requireSheetCapacity(work: SheetWork): void {
  if (countRunning(work) >= maxAtOnce) {
    throw new ApiError('unavailable', { retryAfterSeconds: 10 });
  }
}

/** Counts the work as running until the returned function is called. */
export function beginSheet(work: SheetWork): () => void {
  running.set(work, countRunning(work) + 1);
  return () => running.set(work, countRunning(work) - 1);
}

/** Draws a sheet, if there is capacity for it. */
export async function limitSheets<Result>(work: SheetWork, draw: () => Promise<Result>): Promise<Result> {
  requireSheetCapacity(work);
  const end = beginSheet(work);
  try {
    return await draw();
  } finally {
    end();
  }
}

function countRunning(work: SheetWork): number {
  return running.get(work) ?? 0;
}
