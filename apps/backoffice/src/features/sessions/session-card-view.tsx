import { formatRoomLabel, isLocale, type Locale } from '@gudbro/domain';
import { signTexts } from '@gudbro/sheets/texts';
import { QrCode } from '@gudbro/ui/qr-code';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { createEndWords } from './format-end';
import { PrintCard } from './print-card';
import type { Session } from './queries';

const signLocales = Object.keys(signTexts) as Locale[]; // the keys of a Record<Locale, …>

type SessionCardViewProps = { place: Place; session: Session; staysUrl: string };

/** A card with the code for a guest, to print and to hand out: in the place's own language and in English. */
export async function SessionCardView({ place, session, staysUrl }: SessionCardViewProps) {
  const [t, formatEnd] = await Promise.all([getTranslations('Sessions'), createEndWords(place)]);
  const { id, code } = session;
  const room = formatRoomLabel(place.shortCode, session.roomNumber);
  // A place's own texts may be in a language that has no words of ours.
  const languages = [
    ...new Set([isLocale(place.defaultLocale, signLocales) ? place.defaultLocale : 'en', 'en' as const]),
  ];
  const url = `${staysUrl}/session/${code}`;
  return (
    <div data-bare className="mx-auto max-w-sm space-y-5 print:m-0 print:max-w-none">
      <title>{t('qrTitle', { code })}</title>
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <BackLink href={`/p/${place.slug}/sessions/${id}`} label={t('backToCode')} />
        <ClientTexts namespaces={['Sessions']}>
          <PrintCard />
        </ClientTexts>
      </div>
      <article className="code-card space-y-4 rounded-2xl bg-white p-6 text-center text-black shadow-lift print:rounded-none print:p-0 print:shadow-none">
        <h1 className="wrap-anywhere font-display text-2xl leading-tight">{place.name}</h1>
        <p className="wrap-anywhere font-semibold text-lg">{t('cardRoom', { room })}</p>
        <QrCode text={url} title={t('qrTitle', { code })} className="mx-auto block h-auto w-56" />
        <p className="font-mono font-semibold text-2xl tracking-wider">{code}</p>
        <div className="space-y-2 text-pretty leading-snug">
          {languages.map((locale) => (
            <p key={locale} lang={locale}>
              {signTexts[locale].room}
            </p>
          ))}
        </div>
        <p className="text-sm">{t('cardUntil', { at: formatEnd(session.expiresAt) })}</p>
        <p className="break-all font-mono text-xs">{url}</p>
      </article>
    </div>
  );
}
