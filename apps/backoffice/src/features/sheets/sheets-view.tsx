import { Card } from '@gudbro/ui/card';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { ClientTexts } from '@/shell/place/client-texts';
import { FormatChoice } from './format-choice';
import { LookFields } from './look-fields';
import { PlacePageCard } from './place-page-card';
import { PrintForm } from './print-form';
import { PrinterFields } from './printer-fields';
import type { LastJob, RoomsToPrint } from './queries';
import { RoomChoice } from './room-choice';
import { RoomFilterForm } from './room-filter-form';
import type { RoomFilters } from './room-filters';

/** Where printers hold Letter and not A4. */
const letterCountries = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR', 'PA', 'DO', 'PR'];

type SheetsViewProps = { place: Place; found: RoomsToPrint; filters: RoomFilters; lastJob: LastJob };

/** Choosing rooms, paper and look, with the first page beside it. */
export async function SheetsView({ place, found, filters, lastJob }: SheetsViewProps) {
  const t = await getTranslations('Sheets');
  const base = `/p/${place.slug}/sheets`;
  const usesLetter = letterCountries.includes(place.country);
  const isFiltered = Object.values(filters).some((value) => value !== '');
  const shown = JSON.stringify(filters);
  const hasRooms = found.rooms.length > 0 || isFiltered;
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <>
            <LinkButton href={`${base}/register`} variant="secondary">
              {t('register')}
            </LinkButton>
            <LinkButton href={`${base}/walk`} variant="secondary">
              {t('walk')}
            </LinkButton>
          </>
        }
      />
      {hasRooms ? (
        <ClientTexts namespaces={['Sheets']}>
          <RoomFilterForm path={base} found={found} filters={filters} />
          <PrintForm slug={place.slug} shown={shown}>
            <Card title={t('filterHeading')} icon="bed">
              {found.rooms.length === 0 ? (
                <p className="text-ink-soft">{t('nothingMatches')}</p>
              ) : (
                // Where other rooms are shown, their boxes begin anew, and nothing else does.
                <RoomChoice key={shown} rooms={found.rooms} hasMore={found.hasMore} />
              )}
              <MoreSigns />
            </Card>
            <Card title={t('formatHeading')} icon="print">
              <FormatChoice
                chosen={lastJob?.format ?? (usesLetter ? 'letter-4' : 'a4-4')}
                usesLetter={usesLetter}
              />
            </Card>
            <LookFields place={place} lastJob={lastJob} />
            <PrinterFields lastJob={lastJob} />
          </PrintForm>
        </ClientTexts>
      ) : (
        <EmptyList
          icon="bed"
          title={t('noRoomsTitle')}
          text={t('noRooms')}
          guide={{ place: place.slug, chapter: 'rooms' }}
        />
      )}
      <PlacePageCard place={place} />
    </div>
  );
}

async function MoreSigns() {
  const t = await getTranslations('Sheets');
  const more = [
    ['place-sign', t('placeSign')],
    ['wifi-cards', t('wifiCards')],
  ] as const;
  return (
    <fieldset className="mt-5 border-line border-t pt-4">
      <legend className="sr-only">{t('more')}</legend>
      {more.map(([name, label]) => (
        <label key={name} className="flex min-h-12 cursor-pointer items-center gap-3">
          <input type="checkbox" name={name} className="size-5 shrink-0" />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
