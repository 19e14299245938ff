import type { CodeKind, CodeOf } from './code-forms.ts';

/** A finished code and its kind. */
export type FoundCode<K extends CodeKind = CodeKind> = {
  [Each in K]: { readonly ok: true; readonly kind: Each; readonly code: CodeOf<Each> };
}[K];

/** The characters that look alike and therefore are in no code. */
export type NeverContained = '0' | 'O' | '1' | 'I';

/**
 * Why an input is not taken for a code.
 *
 * - `empty`: nothing but spaces and hyphens.
 * - `never_contains`: `character` is one of the look-alikes that no code has.
 * - `invalid_character`: `character` is in no code either.
 * - `too_short`, `too_long`: `kind` takes `expected` characters after its prefix, `actual` were given;
 *   without prefix and expectation, `kind` is the one nearest in length.
 * - `unknown_kind`: an address or a payload that holds no code.
 * - `ambiguous`: complete, but of several kinds; the likeliest candidate is first.
 * - `wrong_kind`: a complete `code`, but of another `kind` than `expected`.
 */
export type CodeRefusal =
  | { readonly ok: false; readonly reason: 'empty' | 'unknown_kind' }
  | { readonly ok: false; readonly reason: 'never_contains'; readonly character: NeverContained }
  | { readonly ok: false; readonly reason: 'invalid_character'; readonly character: string }
  | {
      readonly ok: false;
      readonly reason: 'too_short' | 'too_long';
      readonly kind: CodeKind;
      readonly expected: number;
      readonly actual: number;
    }
  | { readonly ok: false; readonly reason: 'ambiguous'; readonly candidates: readonly FoundCode[] }
  | {
      readonly ok: false;
      readonly reason: 'wrong_kind';
      readonly expected: CodeKind;
      readonly kind: CodeKind;
      readonly code: CodeOf<CodeKind>;
    };

/** What `parseCode` found: a finished code, or the reason why not. */
export type ParsedCode<K extends CodeKind = CodeKind> = FoundCode<K> | CodeRefusal;
