import type { StayCode } from '@gudbro/guest-api/stay-code';

/** The path of the page that a code's QR or link leads to. */
export function pathOfCode({ kind, code }: StayCode): string {
  switch (kind) {
    case 'room':
      return `/stay/room/${code}`;
    case 'booking':
      return `/stay/${code}`;
    case 'access':
      return `/session/${code}`;
  }
}
