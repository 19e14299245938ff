import path from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const repositoryRoot = path.join(import.meta.dirname, '../..');
const withNextIntl = createNextIntlPlugin('./src/i18n/request.ts');

const heicWorkerPolicy = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'",
};

const config: NextConfig = {
  poweredByHeader: false,
  // Our own server does, for what it answers without Next too.
  compress: false,
  // Nothing here asks Next to resize a picture, and its address for that would do so for anybody.
  images: { unoptimized: true },
  outputFileTracingRoot: repositoryRoot,
  turbopack: { root: repositoryRoot },
  transpilePackages: [
    '@gudbro/api-kit',
    '@gudbro/documents',
    '@gudbro/domain',
    '@gudbro/guest-api',
    '@gudbro/mrz',
    '@gudbro/pictures',
    '@gudbro/scanner',
    '@gudbro/ui',
  ],
  // The policy of a worker is that of its own response. Only this one may run WebAssembly, and it requests scripts of ours only.
  headers: async () => [{ source: '/heic/worker.js', headers: [heicWorkerPolicy] }],
  // In a container the app may not write its own files: what Next caches stays in memory.
  experimental: { isrFlushToDisk: false },
};

export default withNextIntl(config);
