import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { LanguageSwitch } from '@/shell/frame/language-switch';
import { Wordmark } from '@/shell/frame/wordmark';
import { SignInArt } from './sign-in-art';
import { SignInForm } from './sign-in-form';
import { readSignInTexts } from './sign-in-texts';

/** The sign-in page. A wide screen also shows what the product is for, next to the form. */
export async function SignInView({ next }: { next: string }) {
  const [t, texts] = await Promise.all([getTranslations('SignIn'), readSignInTexts()]);
  return (
    <div className="flex grow flex-col lg:grid lg:grid-cols-2">
      <title>{t('pageTitle')}</title>
      <aside className="relative hidden flex-col justify-end overflow-hidden bg-tag p-16 text-tag-ink lg:flex">
        <SignInArt />
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
          <h1 className="font-display text-4xl leading-tight">{t('heading')}</h1>
          <p className="mt-2 mb-7 text-ink-soft">{t('intro')}</p>
          {next !== '/' && (
            <div className="mb-6">
              <Notice icon="lock">{t('backTo')}</Notice>
            </div>
          )}
          <SignInForm next={next} texts={texts} />
          <p className="mt-6 text-pretty text-ink-soft text-sm leading-relaxed">{t('help')}</p>
        </main>
        <footer className="mx-auto w-full max-w-md pb-[max(1.5rem,env(safe-area-inset-bottom))]">
          <LanguageSwitch />
        </footer>
      </div>
    </div>
  );
}
