type Cookie = {
  name: string;
  value: string;
  path?: string;
  /** 0: it goes at once. */
  maxAgeSeconds: number;
  /** Over https no plain http ever carries it. */
  isSecure: boolean;
};

/** A Set-Cookie value: out of reach of scripts, and of forms on other sites. */
export function formatCookie({ name, value, path = '/', maxAgeSeconds, isSecure }: Cookie): string {
  const secure = isSecure ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
