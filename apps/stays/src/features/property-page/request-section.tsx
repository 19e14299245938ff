import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { LangOf } from '../language/lang-of';
import { phoneLink } from '../property/contact-links';
import { countNights } from './nights';
import type { AvailabilityOption } from './property-page-schemas';
import type { RequestDraft } from './request-draft';
import { RequestError } from './request-error';
import { RequestFields } from './request-fields';
import type { Search } from './search';

type RequestSectionProps = {
  slug: string;
  search: Search;
  options: AvailabilityOption[];
  draft: RequestDraft | null;
  phone: string | null;
  langOf: LangOf<'roomType'>;
};

/** What is free in these nights, with the form to request it. */
export async function RequestSection(props: RequestSectionProps) {
  const { slug, search, options, draft, phone, langOf } = props;
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
      <Card title={options.length === 0 ? t('nothingFree') : t('freeTitle')} icon="key">
        <p className="text-balance text-ink-soft">
          {t('asked', { dates, nights: countNights(search), guests: search.guests })}
        </p>
        {draft && <RequestError error={draft.error} />}
        {options.length > 0 ? (
          <RequestFields slug={slug} search={search} options={options} draft={draft} langOf={langOf} />
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
