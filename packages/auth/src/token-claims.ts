import { z } from 'zod';

// Visible ASCII, so that an id can stand in a log line or a header as it is.
const idSchema = z
  .string()
  .max(128)
  .regex(/^[\x21-\x7e]+$/);
const dateSchema = z.iso.date();
const secondsSchema = z.int().nonnegative();

const browseShape = { propertyId: idSchema, roomId: idSchema, roomCode: idSchema };

const fullShape = {
  propertyId: idSchema,
  roomId: idSchema.exactOptional(),
  roomCode: idSchema.exactOptional(),
  checkoutDate: dateSchema.exactOptional(),
};

const registeredShape = {
  iss: z.string(),
  aud: z.string(),
  iat: secondsSchema,
  nbf: secondsSchema,
  exp: secondsSchema,
  jti: idSchema,
};

/** What the signing of a browse token takes: no more than the door it hangs on. */
export const browseRoomSchema = z.strictObject(browseShape);

/** What the signing of a full token takes: a booking or a guest session, never both, never none. */
export const fullGuestSchema = z.union([
  z.strictObject({ ...fullShape, bookingId: idSchema }),
  z.strictObject({ ...fullShape, sessionId: idSchema }),
]);

/** All that a token of this system may hold. Strict: one more member, and it is not ours. */
export const tokenClaimsSchema = z.union([
  z.strictObject({ accessTier: z.literal('browse'), ...browseShape, ...registeredShape }),
  z.strictObject({ accessTier: z.literal('full'), ...fullShape, bookingId: idSchema, ...registeredShape }),
  z.strictObject({ accessTier: z.literal('full'), ...fullShape, sessionId: idSchema, ...registeredShape }),
]);

/** All that a token of the earlier system held. */
export const legacyClaimsSchema = z.strictObject({
  propertyId: idSchema,
  bookingId: idSchema,
  checkoutDate: dateSchema,
  exp: secondsSchema,
  iat: secondsSchema.exactOptional(),
  nbf: secondsSchema.exactOptional(),
  jti: idSchema.exactOptional(),
});

export type TokenClaims = z.infer<typeof tokenClaimsSchema>;
export type LegacyClaims = z.infer<typeof legacyClaimsSchema>;
