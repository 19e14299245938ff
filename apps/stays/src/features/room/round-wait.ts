export type Wait = { unit: 'seconds' | 'minutes' | 'hours'; count: number };

/** A wait in the unit people think in, rounded up so that nobody comes back too early. */
export function roundWait(seconds: number): Wait {
  if (seconds < 60) {
    return { unit: 'seconds', count: Math.max(1, Math.ceil(seconds)) };
  }
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60
    ? { unit: 'minutes', count: minutes }
    : { unit: 'hours', count: Math.ceil(minutes / 60) };
}
