import type { CodeKind, CodeOf } from './code-forms.ts';

/**
 * The pattern of each kind: its form in the alphabet's characters, and `L`, which codes printed earlier may contain. Each
 * `source` is a valid expression in Postgres and in a JSON schema too.
 *
 * @example
 * CODE_PATTERNS.room.source; // '^RM-[A-HJ-NP-Z2-9]{8}$'
 */
export const CODE_PATTERNS: Readonly<Record<CodeKind, RegExp>> = {
  room: /^RM-[A-HJ-NP-Z2-9]{8}$/,
  booking: /^BK-[A-HJ-NP-Z2-9]{6}$/,
  access: /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/,
};

/**
 * Whether a value is a finished code of this kind, to the letter: for stored values and responses of a server. What a
 * person typed is for `parseCode`.
 *
 * @example
 * isCode('room', 'RM-SUNSET22'); // true
 * isCode('room', 'rm-sunset22'); // false
 */
export function isCode<K extends CodeKind>(kind: K, value: unknown): value is CodeOf<K> {
  return typeof value === 'string' && CODE_PATTERNS[kind].test(value);
}
