/**
 * What a guest has shown. `browse`: was in the room, or saw a photo of its QR. `full`: proved who they are.
 *
 * @example
 * const tier: AccessTier = 'full';
 */
export type AccessTier = 'browse' | 'full';

/** True for the two tiers and for nothing else: a misspelt tier must not open a route. */
export function isAccessTier(value: unknown): value is AccessTier {
  return value === 'browse' || value === 'full';
}
