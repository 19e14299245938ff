const here = 'http://backoffice.invalid';
const maxLength = 500;

/**
 * Where to go after the sign-in: a path of this app, else `/`. The value comes from the address bar, so it may have
 * been written by anybody. It is read as a browser reads it, and what is returned is read once more: `/.//evil.example`
 * is a path of ours that turns into `//evil.example` on the way.
 */
export function readNextPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > maxLength || !value.startsWith('/')) {
    return '/';
  }
  const path = pathHere(value);
  const isSteady = path !== null && pathHere(path) === path;
  return isSteady && !isSignIn(path) ? path : '/';
}

export function formatSignInPath(next: string): string {
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
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
