import { ButtonLink } from '@gudbro/ui/button-link';
import { Card } from '@gudbro/ui/card';
import { getFormatter, getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { LinkButton } from '@/shell/list/link-button';
import type { KilledSign } from '@/shell/paper/name-killed-signs';
import { ClientTexts } from '@/shell/place/client-texts';
import type { SignRow } from './register-queries';
import { statusOfSign } from './register-queries';
import { ReplaceCode } from './replace-code';
import { StatusTag } from './status-tag';

type RoomSignsProps = {
  place: Place;
  room: { id: string; number: string; code: string };
  signs: readonly SignRow[];
  /** Those of them that another code would kill. */
  killed: readonly KilledSign[];
};

/** On a room's screen: its paper, its QR code as a file, and the way to another code. */
export async function RoomSigns({ place, room, signs, killed }: RoomSignsProps) {
  const [t, paper, format] = await Promise.all([
    getTranslations('RoomSigns'),
    getTranslations('KilledSigns'),
    getFormatter(),
  ]);
  const base = `/p/${place.slug}/sheets`;
  const day = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'long' });
  return (
    <Card title={t('heading')} icon="print">
      {signs.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {signs.map((sign) => (
            <li key={sign.id} className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-2">
              <a
                href={`${base}/register/${sign.id}`}
                className="font-semibold text-accent underline underline-offset-4"
              >
                {t('sign', { date: day(sign.printedAt) })}
              </a>
              <span className="wrap-anywhere min-w-0 grow text-ink-soft">
                {sign.hangsAt || paper('inRoom')}
              </span>
              <StatusTag status={statusOfSign(sign)} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton href={`${base}?q=${encodeURIComponent(room.number)}`}>{t('print')}</LinkButton>
        <ButtonLink href={`${base}/qr/${room.id}?as=svg`} variant="secondary">
          {t('svg')}
        </ButtonLink>
        <ButtonLink href={`${base}/qr/${room.id}?as=png`} variant="secondary">
          {t('png')}
        </ButtonLink>
        {hasRole(place.role, 'manager') && (
          <ClientTexts namespaces={['RoomSigns', 'KilledSigns']}>
            <ReplaceCode place={place.slug} room={room} killed={killed} />
          </ClientTexts>
        )}
      </div>
    </Card>
  );
}
