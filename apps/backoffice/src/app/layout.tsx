import { FailureTextsProvider } from '@gudbro/ui/failure-texts';
import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import './globals.css';

// No title here: each page renders its own <title>, from the data it has loaded.
export const metadata: Metadata = {
  icons: { icon: '/icon.svg', apple: '/icons/apple-touch-icon.png' },
  appleWebApp: { title: 'Backoffice' },
  formatDetection: { telephone: false, address: false, email: false },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#eaf0ec' },
    { media: '(prefers-color-scheme: dark)', color: '#0b1311' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Problem')]);
  const texts = { title: t('internalTitle'), text: t('internal'), retry: t('retry') };
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col bg-canvas font-sans text-ink antialiased">
        <FailureTextsProvider texts={texts}>{children}</FailureTextsProvider>
      </body>
    </html>
  );
}
