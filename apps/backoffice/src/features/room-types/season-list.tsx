import { formatMoney } from '@gudbro/domain';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { hasRole } from '@/server/place';
import { LinkButton } from '@/shell/list/link-button';
import { Row, RowList } from '@/shell/list/row-list';
import type { Season } from './queries';

type SeasonListProps = { place: Place; typeId: string; seasons: readonly Season[] };

/** The seasons of a type by date, each with its price. */
export async function SeasonList({ place, typeId, seasons }: SeasonListProps) {
  const [t, format, locale] = await Promise.all([getTranslations('RoomTypes'), getFormatter(), getLocale()]);
  const base = `/p/${place.slug}/types/${typeId}/seasons`;
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <section aria-labelledby="seasons" className="space-y-4">
      <div>
        <h2 id="seasons" className="font-display text-xl leading-snug">
          {t('seasons')}
        </h2>
        <p className="mt-1 text-pretty text-ink-soft">{t('seasonsIntro')}</p>
      </div>
      {seasons.length > 0 && (
        <RowList>
          {seasons.map(({ id, name, firstNight, lastNight, price }) => (
            <Row
              key={id}
              href={`${base}/${id}`}
              title={name}
              detail={t('nightsFromTo', { from: day(firstNight), to: day(lastNight) })}
              end={<span className="tabular-nums">{formatMoney(price, place.currency, locale)}</span>}
            />
          ))}
        </RowList>
      )}
      {hasRole(place.role, 'manager') && (
        <LinkButton href={`${base}/new`} variant="secondary">
          {t('addSeason')}
        </LinkButton>
      )}
    </section>
  );
}
