import { currentRequest } from '@gudbro/api-kit';
import { FailureTextsProvider } from '@gudbro/ui/failure-texts';
import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import './globals.css';

// Each page renders its own <title>, from what it has read anyway.
export const metadata: Metadata = {
  icons: { icon: '/icon.svg', apple: '/icons/apple-touch-icon.png' },
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
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Failure')]);
  const texts = { title: t('title'), text: t('text'), retry: t('retry') };
  return (
    <html lang={locale}>
      <head>
        {/* Painted while it is still read, a page moves with every part that follows. Browsers that do not know this pass it over. */}
        <link rel="expect" href="#whole" blocking="render" />
      </head>
      <body className="wrap-break-word flex min-h-dvh flex-col bg-canvas font-sans text-ink antialiased">
        <script async src="/early-taps.js" nonce={currentRequest().nonce} fetchPriority="high" />
        <FailureTextsProvider texts={texts}>{children}</FailureTextsProvider>
        <span id="whole" hidden />
      </body>
    </html>
  );
}
