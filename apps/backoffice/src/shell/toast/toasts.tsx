'use client';

import { Toast } from '@base-ui/react/toast';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

// Long enough to read the text and to reach Undo. It waits while the pointer or the focus is on it.
const visibleMs = 12_000;

/** Short messages over the page, each with what it offers: what was done, and Undo. F6 moves the focus there. */
export function Toasts({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={visibleMs} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-24 left-4 z-30 mx-auto flex max-w-md flex-col gap-2 lg:right-6 lg:bottom-6 lg:left-auto lg:mx-0 lg:w-md">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const t = useTranslations('Shell');
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-2xl bg-tag text-tag-ink shadow-lift data-limited:hidden"
    >
      <Toast.Content className="flex min-h-14 items-center gap-2 py-1 pr-1 pl-4">
        <Toast.Title className="min-w-0 grow leading-snug" />
        <Toast.Action className="min-h-12 shrink-0 cursor-pointer rounded-xl px-3 font-semibold text-lamp hover:bg-tag-well empty:hidden" />
        <Toast.Close
          aria-label={t('closeToast')}
          className="grid size-12 shrink-0 cursor-pointer place-items-center rounded-xl hover:bg-tag-well"
        >
          <Icon name="close" className="size-5" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
