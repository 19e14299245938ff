import { currentRequest } from '@gudbro/api-kit';
import { FailureTextsProvider } from '@gudbro/ui/failure-texts';
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import './globals.css';

// optional: a heading is never painted again in another font, so nothing moves. Where the font comes late, the device's own
// serif stays until the next page. Made by scripts/make-font.ts.
const headingFont = localFont({
  src: './fonts/literata-500.woff2',
  display: 'optional',
  adjustFontFallback: false,
  variable: '--heading-font',
});

// Each page renders its own <title>: as metadata it would have to load the data for it a second time. The header X-Robots-Tag
// keeps all pages out of search engines but those of properties that are listed.
export const metadata: Metadata = {
  icons: { icon: '/icon.svg', apple: '/icons/apple-touch-icon.png' },
  formatDetection: { telephone: false, address: false, email: false },
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
    <html lang={locale} className={headingFont.variable}>
      <head>
        {/* Do not paint before the whole page is parsed, so that nothing shifts. Browsers that do not know this ignore it. */}
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
