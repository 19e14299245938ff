import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch';
import { shellWidth } from './shell-width';
import { Wordmark } from './wordmark';

type FrameProps = {
  /** Shown at the right of the header. */
  account?: ReactNode;
  children: ReactNode;
};

/** The header, main element and footer around every page of a signed-in person. */
export async function Frame({ account, children }: FrameProps) {
  const t = await getTranslations('Frame');
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:rounded-xl focus:bg-surface focus:p-4"
      >
        {t('skip')}
      </a>
      <header className="border-line border-b bg-surface">
        <div
          className={`${shellWidth} flex min-h-16 flex-wrap items-center justify-between gap-x-4 px-4 sm:px-6`}
        >
          <Link href="/" prefetch={false} className="flex min-h-12 shrink-0 items-baseline gap-2 py-2.5">
            <Wordmark />
          </Link>
          {account}
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl grow px-4 py-5 outline-none sm:px-6 sm:py-8"
      >
        {children}
      </main>
      <footer className="mx-auto w-full max-w-6xl px-4 pb-[max(1.5rem,env(safe-area-inset-bottom))] sm:px-6">
        <LanguageSwitch />
      </footer>
    </>
  );
}
