/** Why a call was a mistake of the program, not of the person who types. */
export type AccessCodeErrorCode = 'invalid_count' | 'no_fresh_code' | 'broken_random';

/**
 * Thrown on misuse; `code` is stable, the message is not.
 *
 * - `invalid_count`: a batch of less than 0, more than 1,000,000, or not a whole number.
 * - `no_fresh_code`: 1,000 drawn codes in a row were taken already.
 * - `broken_random`: the random source gave nothing, or the same byte over and over.
 *
 * @example
 * try { generateCodes('room', -1) } catch (error) { (error as AccessCodeError).code } // 'invalid_count'
 */
export class AccessCodeError extends Error {
  override readonly name = 'AccessCodeError';
  readonly code: AccessCodeErrorCode;

  constructor(code: AccessCodeErrorCode) {
    super(code);
    this.code = code;
  }
}
