import type { Availability } from '@gudbro/guest-api/property-page-schemas';
import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { LangOf } from '@/shell/language/lang-of';
import { phoneLink } from '@/shell/property/contact-links';
import { countNights } from './nights';
import type { RequestDraft } from './request-draft';
import { RequestError } from './request-error';
import { RequestFields } from './request-fields';
import type { Search } from './search';

type RequestSectionProps = {
  slug: string;
  search: Search;
  found: Availability;
  draft: RequestDraft | null;
  phone: string | null;
  langOf: LangOf<'roomType'>;
};

/** What is free in these nights, with the form to request it. */
export async function RequestSection(props: RequestSectionProps) {
  const { slug, search, found, draft, phone, langOf } = props;
  const isFree = found.options.length > 0;
  const t = await getTranslations('Place');
  const format = await getFormatter();
  // These are calendar dates: noon, formatted in UTC, shows the same day wherever the server runs.
  const [from, to] = [search.checkIn, search.checkOut].map((date) => new Date(`${date}T12:00:00Z`)) as [
    Date,
    Date,
  ]; // a map over two dates gives two dates
  const range = format.dateTimeRange(from, to, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  // A line may break between the two days, not inside one.
  const dates = range.replace(/(?<![–-])\s(?![–-])/g, '\u00a0');
  return (
    <div id="request" className="scroll-mt-4">
      <Card title={isFree ? t('freeTitle') : t('nothingFree')} icon="key">
        <p className="text-balance text-ink-soft">
          {t('asked', { dates, nights: countNights(search), guests: search.guests })}
        </p>
        {draft && <RequestError error={draft.error} currency={found.currency} />}
        <LongerOnly types={found.longerOnly} langOf={langOf} />
        {isFree ? (
          <RequestFields slug={slug} search={search} found={found} draft={draft} langOf={langOf} />
        ) : (
          <div className="mt-4">
            <Notice icon="chat">
              <p className="text-pretty">{t('nothingFreeHelp')}</p>
              {phone && (
                <a
                  href={phoneLink(phone)}
                  className="mt-1 inline-flex min-h-12 items-center font-semibold text-accent"
                >
                  {t('callHouse', { phone })}
                </a>
              )}
            </Notice>
          </div>
        )}
      </Card>
    </div>
  );
}

/** The types that are free for a longer stay only. Without this a guest would take them for booked. */
async function LongerOnly({
  types,
  langOf,
}: {
  types: Availability['longerOnly'];
  langOf: LangOf<'roomType'>;
}) {
  const t = await getTranslations('Place');
  if (types.length === 0) {
    return null;
  }
  return (
    <ul className="mt-3 space-y-2 leading-snug">
      {types.map(({ roomType, minimumNights, translated }) => (
        <li key={roomType}>
          <span
            lang={langOf({ translated }, 'roomType')}
            className="wrap-anywhere block hyphens-auto font-semibold"
          >
            {roomType}
          </span>
          <span className="block text-pretty text-ink-soft">
            {t('longerOnly', { nights: minimumNights })}
          </span>
        </li>
      ))}
    </ul>
  );
}
