import { startServedProduct } from './start-served-product.ts';

/** Starts the product with the demo once for all journeys, and returns what stops it. */
export default async function startProductForJourneys(): Promise<() => Promise<void>> {
  const { line, stop } = await startServedProduct('journeys', []);
  process.env['PRODUCT'] = line;
  return stop;
}
