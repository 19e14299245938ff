/** Returns a path of this site, or the home page: a form must not redirect a guest to another site. */
export function readLocalPath(path: string | null): string {
  const here = 'http://here.invalid';
  const url = URL.parse(path ?? '/', here);
  // Check the parsed path, whose dots are resolved: `/.//elsewhere` has become `//elsewhere`, which is a host.
  const isLocal = url?.origin === here && path?.startsWith('/') && !url.pathname.startsWith('//');
  return isLocal ? `${url.pathname}${url.search}` : '/';
}
