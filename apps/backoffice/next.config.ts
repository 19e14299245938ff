import path from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const repositoryRoot = path.join(import.meta.dirname, '../..');
const withNextIntl = createNextIntlPlugin('./src/i18n/request.ts');

const config: NextConfig = {
  poweredByHeader: false,
  // Our own server compresses, since it also sends responses without Next.
  compress: false,
  outputFileTracingRoot: repositoryRoot,
  turbopack: { root: repositoryRoot },
  transpilePackages: ['@gudbro/api-kit', '@gudbro/domain', '@gudbro/pictures', '@gudbro/ui'],
  experimental: {
    serverActions: { bodySizeLimit: '64kb' },
    // In a container the app cannot write its own files, so Next caches in memory only.
    isrFlushToDisk: false,
  },
};

export default withNextIntl(config);
