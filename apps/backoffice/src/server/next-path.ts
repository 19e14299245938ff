const here = 'http://backoffice.invalid';
const maxLength = 500;

/**
 * The path to go to after the sign-in: the value if it is a path of this app, else `/`. The value is part of an address, so
 * anybody may have written it. It is resolved as a browser does, and its result once more, since the path
 * `/.//evil.example` resolves to `//evil.example`, which is another site.
 */
export function readNextPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > maxLength || !value.startsWith('/')) {
    return '/';
  }
  const path = pathHere(value);
  const isStable = path !== null && pathHere(path) === path;
  return isStable && !isSignIn(path) ? path : '/';
}

export function formatSignInPath(next: string): string {
  return formatPathWithNext('/sign-in', next);
}

/** A page before the sign-in, which leads back to `next` in the end. */
export function formatPathWithNext(path: string, next: string): string {
  return next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;
}

function pathHere(value: string): string | null {
  if (!URL.canParse(value, here)) {
    return null;
  }
  const url = new URL(value, here);
  return url.origin === here ? `${url.pathname}${url.search}` : null;
}

function isSignIn(path: string): boolean {
  return path === '/sign-in' || path.startsWith('/sign-in?') || path.startsWith('/sign-in/');
}
