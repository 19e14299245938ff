import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const production = {
  isHttps: true,
  noIndex: true,
  referrerPolicy: 'no-referrer',
  isDevelopment: false,
} as const;

test('the content policy allows no inline code and no framing', () => {
  const policy = securityHeaders('n0nce', production)['Content-Security-Policy'] ?? '';
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("worker-src 'self'");
});

test('the headers send no referrer and refuse search engines', () => {
  expect(securityHeaders('n', production)).toMatchObject({
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Content-Type-Options': 'nosniff',
  });
});

test('Strict-Transport-Security is set on https only', () => {
  expect(securityHeaders('n', production)['Strict-Transport-Security']).toContain('max-age=');
  expect(securityHeaders('n', { ...production, isHttps: false })).not.toHaveProperty(
    'Strict-Transport-Security',
  );
});
