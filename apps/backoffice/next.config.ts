import path from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const repositoryRoot = path.join(import.meta.dirname, '../..');
const withNextIntl = createNextIntlPlugin('./src/i18n/request.ts');

const config: NextConfig = {
  poweredByHeader: false,
  // Our own server compresses, since it also sends responses without Next.
  compress: false,
  // Nothing here asks Next to resize a picture, and its address for that would do so for anybody.
  images: { unoptimized: true },
  outputFileTracingRoot: repositoryRoot,
  turbopack: { root: repositoryRoot },
  transpilePackages: [
    '@gudbro/api-kit',
    '@gudbro/documents',
    '@gudbro/domain',
    '@gudbro/mrz',
    '@gudbro/pictures',
    '@gudbro/scanner',
    '@gudbro/sheets',
    '@gudbro/ui',
  ],
  // They read their own files at runtime, which a bundle would not have.
  serverExternalPackages: ['fontkit', 'pdfkit'],
  experimental: {
    serverActions: { bodySizeLimit: '64kb' },
    // `proxy.ts` cuts off what is longer, without a word. A picture is up to 10 MB.
    proxyClientMaxBodySize: '12mb',
    // In a container the app cannot write its own files, so Next caches in memory only.
    isrFlushToDisk: false,
  },
};

export default withNextIntl(config);
