'use client';

import { useTranslations } from 'next-intl';
import { keysDialogId } from './shell-keys';

/** Shows the keys, also to who has switched the single letters off and wants them back. */
export function KeysButton() {
  const t = useTranslations('Keys');
  return (
    <button
      type="button"
      onClick={() => document.querySelector<HTMLDialogElement>(`#${keysDialogId}`)?.showModal()}
      className="min-h-11 cursor-pointer text-ink-soft hover:text-ink"
    >
      {t('title')}
    </button>
  );
}
