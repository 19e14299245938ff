'use client';

import { useTranslations } from 'next-intl';
import { useStayPage } from '../actions/session-context';
import { DeskLinks } from '../property/desk-links';

/** `DeskLinks` in a sheet, with some room above, for the end of a notice. */
export function CallDesk() {
  const t = useTranslations('Sheet');
  const { page } = useStayPage();
  return (
    <div className="mt-3 empty:hidden">
      <DeskLinks contacts={page.desk} labels={{ call: t('callDesk'), whatsapp: t('whatsapp') }} isCompact />
    </div>
  );
}
