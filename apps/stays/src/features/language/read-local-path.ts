/** A path of this site, or the home page: a form must not send a guest elsewhere. */
export function readLocalPath(path: string | null): string {
  const here = 'http://here.invalid';
  const url = URL.parse(path ?? '/', here);
  // Dots are resolved by now: `/.//elsewhere` has become `//elsewhere`, which names a host.
  const isLocal = url?.origin === here && path?.startsWith('/') && !url.pathname.startsWith('//');
  return isLocal ? `${url.pathname}${url.search}` : '/';
}
