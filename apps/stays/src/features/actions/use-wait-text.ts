'use client';

import { useFormatter } from 'next-intl';

/** How long to wait, as one would say it: seconds, then minutes, then hours, rounded up. */
export function useWaitText(): (seconds: number) => string {
  const format = useFormatter();
  return (seconds) => {
    const [value, unit] =
      seconds < 90
        ? [seconds, 'second']
        : seconds < 5400
          ? [seconds / 60, 'minute']
          : [seconds / 3600, 'hour'];
    return format.number(Math.ceil(Number(value)), {
      style: 'unit',
      unit: String(unit),
      unitDisplay: 'long',
    });
  };
}
