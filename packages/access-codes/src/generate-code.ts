import { AccessCodeError } from './access-code-error.ts';
import { CODE_FORMS, type CodeKind, type CodeOf } from './code-forms.ts';
import { createDraw, type DrawCharacters, drawFromPool, type FillRandom } from './draw-characters.ts';

/** Where the randomness comes from. */
export interface GenerateOptions {
  /** Default: `crypto.getRandomValues` through a supply kept by the process. With your own, no supply is kept. */
  readonly random?: FillRandom;
}

/** Options of a batch. */
export interface BatchOptions extends GenerateOptions {
  /** Codes the batch must not contain: a `Set`, or anything else that can answer `has`. */
  readonly taken?: { has(code: string): boolean };
}

const MAX_BATCH = 1_000_000;
const MAX_REPEATS = 1000;

/**
 * Makes one code, every code of its kind being equally likely.
 *
 * @throws {AccessCodeError} `broken_random`
 * @example
 * generateCode('room'); // 'RM-7KQ2MHXD'
 */
export function generateCode<K extends CodeKind>(kind: K, options?: GenerateOptions): CodeOf<K> {
  return drawCode(kind, drawFor(options));
}

/**
 * Makes `count` different codes. Codes that exist elsewhere are avoided only if they are named in `taken`;
 * the unique constraint of the database stays the judge.
 *
 * @throws {AccessCodeError} `invalid_count`, `no_fresh_code`, `broken_random`
 * @example
 * generateCodes('booking', 2); // ['BK-M4TQ7C', 'BK-9XWDHA']
 */
export function generateCodes<K extends CodeKind>(
  kind: K,
  count: number,
  options?: BatchOptions,
): CodeOf<K>[] {
  if (!(Number.isInteger(count) && count >= 0 && count <= MAX_BATCH)) {
    throw new AccessCodeError('invalid_count');
  }
  const draw = drawFor(options);
  const taken = options?.taken;
  const seen = new Set<CodeOf<K>>();
  const codes: CodeOf<K>[] = [];
  for (let repeats = 0; codes.length < count; ) {
    const code = drawCode(kind, draw);
    if (!taken?.has(code) && seen.add(code).size > codes.length) {
      codes.push(code);
      repeats = 0;
    } else if (++repeats >= MAX_REPEATS) throw new AccessCodeError('no_fresh_code');
  }
  return codes;
}

function drawFor(options?: GenerateOptions): DrawCharacters {
  return options?.random ? createDraw(options.random, 64) : drawFromPool;
}

function drawCode<K extends CodeKind>(kind: K, draw: DrawCharacters): CodeOf<K> {
  // Compared, not looked up by name: that takes a third of the whole time where kinds vary.
  const { room, booking } = CODE_FORMS;
  const { prefix, length } = kind === 'room' ? room : kind === 'booking' ? booking : CODE_FORMS[kind];
  const characters = draw(length);
  // The form table and the type table say the same; the compiler cannot see it.
  return (prefix ? prefix + characters : `${characters.slice(0, 4)}-${characters.slice(4)}`) as CodeOf<K>;
}
