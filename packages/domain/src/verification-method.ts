export const verificationMethods = ['last_name', 'pin', 'room_number', 'none'] as const;

export type VerificationMethod = (typeof verificationMethods)[number];

type Asking = {
  browse_requires_verification: boolean;
  order_requires_verification: boolean;
  verification_method: VerificationMethod;
};

/**
 * What the guests of a room are asked. The database decides by the same rule; the backoffice shows it to the owner.
 * In a dorm, being in the room proves no bed: there, a name is asked at least.
 */
export function verificationMethodFor(settings: Asking, beds: readonly string[]): VerificationMethod {
  const isAsked = settings.order_requires_verification || settings.browse_requires_verification;
  const method = isAsked ? settings.verification_method : 'none';
  const provesBed = method === 'last_name' || method === 'pin';
  return beds.length > 0 && !provesBed ? 'last_name' : method;
}
