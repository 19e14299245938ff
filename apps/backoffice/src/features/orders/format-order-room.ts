import type { useTranslations } from 'next-intl';
import type { BoardOrder } from './queries';

/** The room that an order goes to, and of a dorm the bed. */
export function formatOrderRoom(
  { roomNumber, bed }: Pick<BoardOrder, 'roomNumber' | 'bed'>,
  t: ReturnType<typeof useTranslations<'Orders'>>,
): string {
  return bed === null ? roomNumber : t('bed', { room: roomNumber, bed });
}
