/** The `typ` of every token issued here. No other kind of JWT carries it. */
export const TOKEN_TYPE = 'gudbro-guest+jwt';

/** Seven days, whatever the state of the room: see README. */
export const BROWSE_LIFETIME_SECONDS = 7 * 24 * 60 * 60;

/** Longer than any token this package can issue; what is longer is not even parsed. */
export const MAX_TOKEN_LENGTH = 4096;

/** RFC 7518, 3.2: an HS256 key is at least as long as the hash. */
export const MIN_SECRET_BYTES = 32;

/** Browsers store no cookie for longer. */
export const MAX_LIFETIME_SECONDS = 400 * 24 * 60 * 60;
