import { ButtonLink } from '@gudbro/ui/button-link';
import { Card } from '@gudbro/ui/card';
import { CopyButton } from '@gudbro/ui/copy-button';
import { getTranslations } from 'next-intl/server';
import { env } from '@/env';
import type { Place } from '@/server/place';
import { formatPlaceUrl } from './build-sheet';

const linkId = 'place-link';

/** The address of the place's own page, and its QR code as a file, for a poster or a letter of the owner's own. */
export async function PlacePageCard({ place }: { place: Place }) {
  const [t, room, signs] = await Promise.all([
    getTranslations('Sheets'),
    getTranslations('Room'),
    getTranslations('RoomSigns'),
  ]);
  const qr = `/p/${place.slug}/sheets/qr`;
  return (
    <Card title={t('placePage')} icon="qr">
      <p id={linkId} className="select-all break-all rounded-xl bg-sunken px-4 py-3 font-mono text-sm">
        {formatPlaceUrl(env().STAYS_URL, place.slug)}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <CopyButton
          sourceId={linkId}
          label={room('copyLink')}
          copiedLabel={room('copied')}
          selectedLabel={room('selected')}
          className="cursor-pointer bg-accent text-accent-ink hover:bg-accent/90"
        />
        <ButtonLink href={`${qr}?as=svg`} variant="secondary">
          {signs('svg')}
        </ButtonLink>
        <ButtonLink href={`${qr}?as=png`} variant="secondary">
          {signs('png')}
        </ButtonLink>
      </div>
    </Card>
  );
}
