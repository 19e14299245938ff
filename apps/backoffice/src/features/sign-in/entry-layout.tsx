import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/shell/frame/language-switch';
import { Wordmark } from '@/shell/frame/wordmark';
import { EntryArt } from './entry-art';

type EntryLayoutProps = {
  /** The document's title. */
  title: string;
  heading: string;
  intro: ReactNode;
  children: ReactNode;
};

/** What every page before a sign-in stands in. A wide screen also shows what the product is for, next to the form. */
export async function EntryLayout({ title, heading, intro, children }: EntryLayoutProps) {
  const t = await getTranslations('SignIn');
  return (
    <div className="flex grow flex-col lg:grid lg:grid-cols-2">
      <title>{title}</title>
      <aside className="relative hidden flex-col justify-end overflow-hidden bg-tag p-16 text-tag-ink lg:flex">
        <EntryArt />
        <p className="relative max-w-xl text-balance font-display text-4xl leading-tight">{t('promise')}</p>
        <p className="relative mt-5 max-w-md text-pretty text-lg text-tag-soft leading-relaxed">
          {t('promiseMore')}
        </p>
      </aside>
      <div className="flex grow flex-col px-4 sm:px-6">
        <main className="mx-auto flex w-full max-w-md grow flex-col justify-center py-10">
          <p className="mb-8 flex items-baseline gap-2">
            <Wordmark />
          </p>
          <h1 className="font-display text-4xl leading-tight">{heading}</h1>
          <div className="mt-2 mb-7 text-pretty text-ink-soft leading-relaxed [overflow-wrap:anywhere]">
            {intro}
          </div>
          {children}
        </main>
        <footer className="mx-auto w-full max-w-md pb-[max(1.5rem,env(safe-area-inset-bottom))]">
          <LanguageSwitch />
        </footer>
      </div>
    </div>
  );
}
