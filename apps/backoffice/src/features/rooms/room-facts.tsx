import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import type { RoomWithCode } from './queries';

/** The room's number, type, capacity, floor and beds. Empty ones are left out. */
export async function RoomFacts({ room }: { room: RoomWithCode }) {
  const t = await getTranslations('Room');
  const facts = [
    { term: t('property'), value: room.property.name },
    { term: t('roomNumber'), value: room.number },
    { term: t('type'), value: room.type?.name ?? '' },
    { term: t('capacity'), value: t('capacityValue', { count: room.capacity }) },
    { term: t('floor'), value: room.floor ?? '' },
    { term: t('beds'), value: room.beds.join(', ') },
  ].filter(({ value }) => value !== '');
  return (
    <Card title={t('factsHeading')} icon="info">
      <dl className="divide-y divide-line">
        {facts.map(({ term, value }) => (
          <div key={term} className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 py-2">
            <dt className="text-ink-soft">{term}</dt>
            <dd className="min-w-0 break-words font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
