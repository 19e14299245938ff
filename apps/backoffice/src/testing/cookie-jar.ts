import type { SessionCookieOptions, SessionCookies } from '@/server/account-client';

export type CookieJar = SessionCookies & {
  cookies: Map<string, { value: string; options: SessionCookieOptions }>;
};

/** A browser's cookies. */
export function createCookieJar(): CookieJar {
  const cookies: CookieJar['cookies'] = new Map();
  return {
    cookies,
    getAll: () => [...cookies].map(([name, { value }]) => ({ name, value })),
    setAll: (changed) => {
      for (const { name, value, options } of changed) {
        if (options.maxAge === 0) {
          cookies.delete(name);
        } else {
          cookies.set(name, { value, options });
        }
      }
    },
  };
}
