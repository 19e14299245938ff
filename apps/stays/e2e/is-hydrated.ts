/** Run in the page: whether its script listens by now. Until then a tap is for nobody. */
export function isHydrated(): boolean {
  return Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react'));
}
