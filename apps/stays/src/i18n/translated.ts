/** The shape of the messages in any language: the same keys, with any text. */
export type Translated<Messages> = {
  [Key in keyof Messages]: Messages[Key] extends string ? string : Translated<Messages[Key]>;
};

/**
 * Gives the messages of a language the type of the English ones, which next-intl's types need. messages.test.ts checks
 * that they have the same arguments.
 */
export function asTyped<Messages>(translated: Translated<Messages>): Messages {
  return translated as Messages; // see above
}
