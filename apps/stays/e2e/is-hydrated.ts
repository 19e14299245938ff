/** Runs in the page. Before React has hydrated it, a tap takes effect only later or not at all. */
export function isHydrated(): boolean {
  return Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react'));
}
