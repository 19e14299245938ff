/** How a property can verify its guests. */
export const verificationMethods = ['last_name', 'pin', 'room_number', 'none'] as const;

/** One of `verificationMethods`. */
export type VerificationMethod = (typeof verificationMethods)[number];

type VerificationSettings = {
  browse_requires_verification: boolean;
  order_requires_verification: boolean;
  verification_method: VerificationMethod;
};

/**
 * The method by which guests of a room verify themselves. The database decides by the same rule; the backoffice shows the
 * result to the owner. In a dorm (a room with `beds`) the method is at least `last_name`, since the room's number does not
 * tell whose bed it is.
 */
export function verificationMethodFor(
  settings: VerificationSettings,
  beds: readonly string[],
): VerificationMethod {
  const isRequired = settings.order_requires_verification || settings.browse_requires_verification;
  const method = isRequired ? settings.verification_method : 'none';
  const provesBed = method === 'last_name' || method === 'pin';
  return beds.length > 0 && !provesBed ? 'last_name' : method;
}
