import { CODE_FORMS, type CodeKind, type CodeOf } from './code-forms.ts';

/**
 * Puts prefix and hyphen where they belong around the bare characters, as far as they go: fit for an input
 * that is still being typed. Checks nothing; `parseCode` does.
 *
 * @example
 * formatCode('access', 'WAKEUP23'); // 'WAKE-UP23'
 */
export function formatCode<K extends CodeKind>(kind: K, characters: string): CodeOf<K> {
  const { prefix } = CODE_FORMS[kind];
  const code =
    prefix || characters.length < 5
      ? prefix + characters
      : `${characters.slice(0, 4)}-${characters.slice(4)}`;
  // The form table and the type table say the same; the compiler cannot see it through a lookup.
  return code as CodeOf<K>;
}
