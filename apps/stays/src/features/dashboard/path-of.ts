import type { StayCode } from '../stay/stay-code';

/** The page of a code: where its QR or link leads. */
export function pathOf({ kind, code }: StayCode): string {
  switch (kind) {
    case 'room':
      return `/stay/room/${code}`;
    case 'booking':
      return `/stay/${code}`;
    case 'access':
      return `/session/${code}`;
  }
}
