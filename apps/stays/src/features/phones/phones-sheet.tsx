'use client';

import type { StayPhone } from '@gudbro/guest-api/phone';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { SheetProps } from '@/shell/actions/load-sheets';
import { useStayPage } from '@/shell/actions/session-context';
import { ListSkeleton } from '@/shell/sheets/list-skeleton';
import { RetryNotice } from '@/shell/sheets/retry-notice';
import { Sheet } from '@/shell/sheets/sheet';
import { PhoneCard } from './phone-card';
import { phonesKey, useStayPhones } from './use-stay-phones';

/** The phones on the guest's stay, any of which they can sign out. */
export function PhonesSheet({ onClose }: SheetProps) {
  const t = useTranslations('Phones');
  const { page } = useStayPage();
  const client = useQueryClient();
  const { data, isError, refetch } = useStayPhones();
  useEffect(() => {
    if (data === null) {
      // The guest closed the verification sheet. Drop the result, so that the next opening verifies again.
      client.removeQueries({ queryKey: phonesKey(page.code) });
      onClose();
    }
  }, [data, client, page.code, onClose]);
  return (
    <Sheet title={t('title')} onClose={onClose}>
      {isError && (
        <div className="mb-4">
          <RetryNotice text={t('away')} onRetry={() => void refetch()} />
        </div>
      )}
      {data ? <PhoneList phones={data.phones} /> : !isError && <ListSkeleton heights={['h-20', 'h-24']} />}
    </Sheet>
  );
}

function PhoneList({ phones }: { phones: StayPhone[] }) {
  const t = useTranslations('Phones');
  const [askedId, setAskedId] = useState<string | null>(null);
  const [news, setNews] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const onSignedOut = (name: string) => {
    setAskedId(null);
    setNews(t('done', { device: name }));
    // The button that had the focus is gone with its phone.
    list.current?.focus();
  };
  return (
    <>
      <p className="mb-4 text-pretty leading-relaxed">{t('text')}</p>
      <p role="status" className={news === '' ? 'sr-only' : 'mb-4 font-semibold'}>
        {news}
      </p>
      <ul ref={list} tabIndex={-1} className="space-y-3 outline-none">
        {phones.map((phone) => (
          <PhoneCard
            key={phone.id}
            phone={phone}
            isAsked={askedId === phone.id}
            onAsk={(isAsked) => setAskedId(isAsked ? phone.id : null)}
            onSignedOut={onSignedOut}
          />
        ))}
      </ul>
    </>
  );
}
