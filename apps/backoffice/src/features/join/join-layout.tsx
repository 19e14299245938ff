import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/shell/frame/language-switch';
import { Wordmark } from '@/shell/frame/wordmark';

type JoinLayoutProps = { title: string; children: ReactNode };

/** What every state of the page stands in. */
export async function JoinLayout({ title, children }: JoinLayoutProps) {
  const t = await getTranslations('Join');
  return (
    <div className="mx-auto flex w-full max-w-md grow flex-col px-4 sm:px-6">
      <title>{t('pageTitle')}</title>
      <main className="flex grow flex-col justify-center gap-6 py-10">
        <p className="flex items-baseline gap-2">
          <Wordmark />
        </p>
        <h1 className="text-balance font-display text-4xl leading-tight">{title}</h1>
        {children}
      </main>
      <footer className="pb-[max(1.5rem,env(safe-area-inset-bottom))]">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
