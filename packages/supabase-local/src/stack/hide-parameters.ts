import { inspect } from 'node:util';
import { readErrorCode, readErrorMessage } from './read-error.ts';

/**
 * Removes the statement and its parameters from an error of a driver: names, email addresses, answers, PINs. lite logs such
 * errors as they are. What a log then has is one line with code and message; `detail`, which may have values too, stays in
 * the error for the response.
 */
export function hideParameters<E>(error: E): E {
  if (typeof error === 'object' && error !== null) {
    // PGlite's names. postgres.js makes its own invisible.
    for (const name of ['query', 'params', 'queryOptions']) Reflect.deleteProperty(error, name);
    const line = `database error ${readErrorCode(error) ?? ''}: ${readErrorMessage(error)}`;
    Object.defineProperty(error, inspect.custom, { value: () => line, configurable: true });
  }
  return error;
}

/** Hides the parameters in what `run` throws. */
export async function withoutParameters<T>(run: () => PromiseLike<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw hideParameters(error);
  }
}
