import { formatMoney } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { getLocale, getTranslations } from 'next-intl/server';
import { PictureThumb } from '@/shell/pictures/picture-thumb';
import type { RoomTypePreview } from './queries';

/** What a guest reads of this type on the place's page. */
export async function TypePreview({ preview, currency }: { preview: RoomTypePreview; currency: string }) {
  const [t, locale] = await Promise.all([getTranslations('RoomTypes'), getLocale()]);
  const { roomType, description, images, capacity, beds, fromMinor, minimumNights } = preview;
  return (
    <Card title={t('previewTitle')} icon="info">
      {images.length > 0 && (
        <ul
          aria-label={t('picturesOf', { name: roomType, count: images.length })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, a keyboard could not scroll the row
          tabIndex={0}
          className="mb-3 flex snap-x snap-mandatory gap-2 overflow-x-auto rounded-xl"
        >
          {images.map((path, index) => (
            <li key={path} className="w-5/6 shrink-0 snap-start only:w-full">
              <PictureThumb
                path={path}
                alt={t('pictureNumber', { number: index + 1 })}
                className="aspect-3/2 w-full rounded-xl"
              />
            </li>
          ))}
        </ul>
      )}
      <p className="font-semibold text-lg leading-snug">{roomType}</p>
      <p className="mt-0.5 text-ink-soft">
        {beds > 0 ? t('bedsEach', { count: beds }) : t('sleeps', { count: capacity })}
      </p>
      {description && <p className="wrap-anywhere mt-2 text-pretty">{description}</p>}
      <p className="mt-2 font-semibold tabular-nums">
        {fromMinor === null ? t('ask') : t('from', { price: formatMoney(fromMinor, currency, locale) })}
      </p>
      {minimumNights > 1 && <p className="text-ink-soft">{t('minimum', { nights: minimumNights })}</p>}
    </Card>
  );
}
