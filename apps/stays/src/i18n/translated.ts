/** The same messages in any language: each of them, with whatever text. */
export type Translated<Messages> = {
  [Key in keyof Messages]: Messages[Key] extends string ? string : Translated<Messages[Key]>;
};

/**
 * Messages of a language as next-intl's types want them, which know a message by its English text. That a language
 * has the same arguments is held by messages.test.ts.
 */
export function asTyped<Messages>(translated: Translated<Messages>): Messages {
  return translated as Messages; // see above
}
