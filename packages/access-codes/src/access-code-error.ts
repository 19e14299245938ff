/** Why a call failed through a fault of the program, not of the person who types. */
export type AccessCodeErrorCode = 'broken_random';

/**
 * Thrown by `generateCode`; `code` is stable, the message is not.
 *
 * - `broken_random`: the random source gave nothing, or the same byte over and over.
 *
 * @example
 * try {
 *   generateCode('room', { random: () => undefined });
 * } catch (error) {
 *   if (error instanceof AccessCodeError) console.error(error.code); // broken_random
 * }
 */
export class AccessCodeError extends Error {
  override readonly name = 'AccessCodeError';
  readonly code: AccessCodeErrorCode;

  constructor(code: AccessCodeErrorCode) {
    super(code);
    this.code = code;
  }
}
