import type { AccessSettings } from './access-settings.ts';
import { verificationMethodFor } from './verification-method.ts';

/** Why settings contradict themselves. The database refuses them with the same reason. */
export type SettingsConflict =
  | 'order_needs_a_method'
  | 'browse_needs_a_method'
  | 'hidden_occupancy_needs_a_proof';

/**
 * The contradiction in these settings, or null. Something requires verification, and the method is `none`; or the occupancy
 * is hidden, and the method asks nothing or what the sign in the room says: it would tell whether a stay is on.
 */
export function findSettingsConflict(settings: AccessSettings): SettingsConflict | null {
  const { verification_method: method } = settings;
  if (method === 'none' && settings.order_requires_verification) {
    return 'order_needs_a_method';
  }
  if (method === 'none' && settings.browse_requires_verification) {
    return 'browse_needs_a_method';
  }
  const asksForProof = ['last_name', 'pin'].includes(verificationMethodFor(settings, []));
  return settings.occupancy_hidden && !asksForProof ? 'hidden_occupancy_needs_a_proof' : null;
}
