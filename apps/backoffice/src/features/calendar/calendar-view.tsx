import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { ClientTexts } from '@/shell/place/client-texts';
import { CalendarScreen } from './calendar-screen';
import type { Calendar } from './queries';
import type { CalendarView as View } from './views';

type CalendarViewProps = { place: Place; calendar: Calendar; view: View; stayId: string | null };

/** Rooms and beds by days, and what the desk does with them. */
export async function CalendarView({ place, calendar, view, stayId }: CalendarViewProps) {
  const t = await getTranslations('Calendar');
  return (
    <>
      <title>{t('heading')}</title>
      {calendar.rooms.length === 0 ? (
        <div className="space-y-4">
          <PageHeader title={t('heading')} />
          <EmptyList icon="bed" title={t('emptyTitle')} text={t('empty')}>
            <LinkButton href={`/p/${place.slug}/rooms`}>{t('toRooms')}</LinkButton>
          </EmptyList>
        </div>
      ) : (
        <ClientTexts namespaces={['Calendar']}>
          <CalendarScreen
            slug={place.slug}
            seesMoney={place.seesMoney}
            calendar={calendar}
            view={view}
            stayId={stayId}
          />
        </ClientTexts>
      )}
    </>
  );
}
