type Cookie = {
  name: string;
  value: string;
  path?: string;
  /** 0 deletes the cookie. */
  maxAgeSeconds: number;
  /** Whether the browser may send it over https only. */
  isSecure: boolean;
};

/** Formats a Set-Cookie value. Scripts cannot read the cookie, and forms on other sites do not send it. */
export function formatCookie({ name, value, path = '/', maxAgeSeconds, isSecure }: Cookie): string {
  const secure = isSecure ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
