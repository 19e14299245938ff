import { CODE_FORMS, type CodeKind, type CodeOf } from './code-forms.ts';

/** Puts prefix and hyphen around the bare characters of a code. Checks nothing. */
export function formatCode<K extends CodeKind>(kind: K, characters: string): CodeOf<K> {
  const { prefix } = CODE_FORMS[kind];
  const code = prefix ? prefix + characters : `${characters.slice(0, 4)}-${characters.slice(4)}`;
  // The form table and the type table say the same; the compiler cannot see it through a lookup.
  return code as CodeOf<K>;
}
