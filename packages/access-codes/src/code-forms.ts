/** The three kinds of code: a room's, a booking's, and the access code of a guest session. */
export type CodeKind = 'room' | 'booking' | 'access';

/** A finished code of kind `K`, as it is stored and shown. */
export type CodeOf<K extends CodeKind> = {
  room: `RM-${string}`;
  booking: `BK-${string}`;
  access: `${string}-${string}`;
}[K];

/** What a code of one kind looks like. */
export interface CodeForm {
  /** What stands before the characters, hyphen included. Access codes have none: a hyphen halves them. */
  readonly prefix: string;
  /** How many characters of the alphabet the code has. */
  readonly length: number;
}

/** The 31 characters codes are made of: A–Z and 2–9 without 0, O, 1, I and L. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** The form of each kind. */
export const CODE_FORMS: Readonly<Record<CodeKind, CodeForm>> = {
  access: { prefix: '', length: 8 },
  room: { prefix: 'RM-', length: 8 },
  booking: { prefix: 'BK-', length: 6 },
};

/**
 * The kinds, in the order in which candidates are listed: eight bare characters are likelier an access code without its
 * hyphen than a room code without its prefix.
 */
export const CODE_KINDS: readonly CodeKind[] = ['access', 'room', 'booking'];
