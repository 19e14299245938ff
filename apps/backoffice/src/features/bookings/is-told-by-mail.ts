import type { Booking } from './queries';

/** Whether the guest is told by mail what the desk decides: they asked on the place's page, and gave an address. */
export function isToldByMail({ source, email }: Pick<Booking, 'source' | 'email'>): boolean {
  return source === 'direct' && email !== null;
}
