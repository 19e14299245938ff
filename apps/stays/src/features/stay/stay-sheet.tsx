'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { SheetProps } from '../actions/action-sheets';
import { requestApi } from '../actions/request-api';
import { useRoomSession } from '../actions/session-context';

/** "My stay" while browsing: nothing but the question who one is. Once proved, the page itself shows the stay. */
export function StaySheet({ onClose }: SheetProps) {
  const t = useTranslations('Sheet');
  const { page, withFullAccess } = useRoomSession();
  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current) {
      return;
    }
    hasAsked.current = true;
    withFullAccess(() => requestApi(`/api/stay/${page.code}/orders`)).finally(onClose);
  }, [page.code, withFullAccess, onClose]);
  return (
    <p className="sr-only" role="status">
      {t('loading')}
    </p>
  );
}
