'use client';

import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { SheetProps } from '../actions/action-sheets';
import { type ApiFailure, toFailure } from '../actions/api-failure';
import { Loading } from '../actions/loading';
import { requestApi } from '../actions/request-api';
import { useRoomSession, useStaySession } from '../actions/session-context';
import { Sheet } from '../actions/sheet';
import { useFailureText } from '../verification/use-failure-text';

/** "My stay" while browsing: nothing but the question who one is. Once proved, the page itself shows the stay. */
export function StaySheet({ onClose }: SheetProps) {
  const t = useTranslations('Verify');
  const { page } = useRoomSession();
  const { withFullAccess } = useStaySession();
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const failureText = useFailureText();
  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current) {
      return;
    }
    hasAsked.current = true;
    withFullAccess(() => requestApi(`/api/stay/${page.code}/orders`)).then(onClose, (thrown) =>
      setFailure(toFailure(thrown)),
    );
  }, [page.code, withFullAccess, onClose]);
  return failure === null ? (
    <Loading />
  ) : (
    <Sheet title={t('title')} onClose={onClose}>
      <Notice role="alert">{failureText(failure)}</Notice>
    </Sheet>
  );
}
