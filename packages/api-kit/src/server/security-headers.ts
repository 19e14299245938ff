/** On what the security headers depend. */
export type SecurityOptions = {
  /** HSTS and upgrades are for https only: on http://localhost they would lock the developer out. */
  isHttps: boolean;
  /** Keeps pages out of search engines, since their addresses contain codes. */
  noIndex: boolean;
  /**
   * `no-referrer` where addresses contain codes. An app with server actions for forms without JavaScript needs
   * `same-origin`: with `no-referrer`, browsers send such a form with `Origin: null`.
   */
  referrerPolicy: 'no-referrer' | 'same-origin';
  /** React's development build needs eval for its stack traces. */
  isDevelopment: boolean;
};

/** The headers of every response. Scripts and styles need the nonce or our own origin; nothing inline runs. */
export function securityHeaders(nonce: string, options: SecurityOptions): Record<string, string> {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${options.isDevelopment ? " 'unsafe-eval'" : ''}`,
    options.isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    // Else script-src decides, where 'strict-dynamic' would refuse the service worker.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(options.isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
  return {
    'Content-Security-Policy': policy,
    'Referrer-Policy': options.referrerPolicy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
    ...(options.noIndex ? { 'X-Robots-Tag': 'noindex, nofollow' } : {}),
    ...(options.isHttps ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
