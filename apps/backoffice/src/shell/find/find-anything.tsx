'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Icon, type IconName } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { tinykeys } from 'tinykeys';
import type { ScreenPath } from '../place/screens';
import type { CommandPath } from './commands';
import { FindList } from './find-list';

type FindAnythingProps = {
  screens: readonly { path: ScreenPath; icon: IconName }[];
  commands: readonly { path: CommandPath; icon: IconName }[];
};

/** The field of every page that finds a guest, a room, a code or a screen. `Ctrl K` or `⌘ K` opens it. */
export function FindAnything({ screens, commands }: FindAnythingProps) {
  const t = useTranslations('Shell');
  const [isOpen, setIsOpen] = useState(false);
  useEffect(
    () =>
      tinykeys(window, {
        '$mod+KeyK': (event) => {
          event.preventDefault();
          setIsOpen(true);
        },
      }),
    [],
  );
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger className="flex min-h-12 min-w-12 cursor-pointer items-center justify-center gap-2 rounded-xl border border-field-line bg-surface px-3 text-ink-soft hover:bg-sunken xl:min-w-64 xl:justify-start">
        <Icon name="search" className="size-5 shrink-0" />
        <span className="sr-only grow text-left xl:not-sr-only">{t('find')}</span>
        <kbd className="hidden rounded-md bg-sunken px-1.5 font-mono text-xs xl:inline">Ctrl K</kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/60" />
        <Dialog.Popup className="fixed inset-x-3 top-3 z-50 mx-auto flex max-h-[80dvh] max-w-xl flex-col overflow-hidden rounded-2xl bg-surface text-ink shadow-lift outline-none sm:top-[12dvh]">
          <Dialog.Title className="sr-only">{t('find')}</Dialog.Title>
          <FindList screens={screens} commands={commands} onDone={() => setIsOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
