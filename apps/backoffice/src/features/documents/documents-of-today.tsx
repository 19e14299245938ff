import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import { LinkButton } from '@/shell/list/link-button';
import { PendingBar } from '@/shell/place/pending-bar';
import type { EndingVisa, ListedDocument } from './document-schemas';
import { createDocumentWords } from './document-words';

type DocumentsOfTodayProps = {
  place: Place;
  waiting: readonly ListedDocument[];
  visas: readonly EndingVisa[];
  now: Date;
};

/** As many as one looks at on the screen of the day. The others are in the queue. */
const mostShown = 5;

/** What documents ask of the desk today: those to check, and visas that end. Nothing where neither is there. */
export async function DocumentsOfToday({ place, waiting, visas, now }: DocumentsOfTodayProps) {
  const [t, words] = await Promise.all([getTranslations('Documents'), createDocumentWords(place)]);
  const base = `/p/${place.slug}/documents`;
  const where = ({ room }: ListedDocument) => (room === null ? t('noRoom') : t('room', { room }));
  const more = waiting.length - mostShown;
  return (
    <>
      {waiting.length > 0 && (
        <Card title={`${t('today')} · ${waiting.length > 100 ? '100+' : waiting.length}`} icon="idCard">
          <ul className="divide-y divide-line">
            {waiting.slice(0, mostShown).map((document) => (
              <Line key={document.id} href={`${base}/${document.id}`} title={words.nameOf(document)}>
                {[
                  t(`type_${document.documentType}`),
                  where(document),
                  t('waits', { days: words.countDays(document.createdAt, now) }),
                ].join(' · ')}
              </Line>
            ))}
          </ul>
          {more > 0 && (
            <div className="mt-2 flex flex-wrap items-center gap-x-4">
              <p className="text-ink-soft">{t('moreOfThem', { count: more })}</p>
              <LinkButton href={base} variant="quiet">
                {t('all')}
              </LinkButton>
            </div>
          )}
        </Card>
      )}
      {visas.length > 0 && (
        <Card title={`${t('visas')} · ${visas.length}`} icon="globe">
          <ul className="divide-y divide-line">
            {visas.map((visa) => (
              <Line key={visa.id} href={`${base}/${visa.id}`} title={words.nameOf(visa)}>
                {where(visa)} ·{' '}
                <strong className={visa.daysLeft <= 3 || visa.isShort ? 'text-danger' : ''}>
                  {visa.daysLeft < 0
                    ? t('visaEnded', { days: -visa.daysLeft })
                    : t('visaEnds', { days: visa.daysLeft })}
                  {visa.isShort && `, ${t('visaShort', { date: words.formatDay(visa.checkOut) })}`}
                </strong>
              </Line>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Line({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <li className="relative flex min-h-14 items-center gap-3 py-2">
      <div className="wrap-anywhere min-w-0 grow">
        <Link
          href={href}
          prefetch={false}
          className="font-semibold underline decoration-line underline-offset-4 after:absolute after:inset-0 hover:decoration-ink"
        >
          {title}
          <PendingBar />
        </Link>
        <p className="text-ink-soft">{children}</p>
      </div>
      <Icon name="chevron" className="size-5 shrink-0 -rotate-90 text-ink-soft" />
    </li>
  );
}
