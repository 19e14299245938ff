import { GuestConfigError } from './guest-errors.ts';
import { type Guard, isObject } from './value-guards.ts';

/** Reads one option. Without a fallback it has to be there. */
export type ReadOption = <T>(name: string, guard: Guard<T>, mustBe: string, fallback?: T) => T;

/**
 * A reader of the members of an options object. What is not valid, or has a name that is not in `names`, throws
 * `GuestConfigError` with its place; no message shows a value. `place` is empty for the options themselves.
 */
export function createOptionReader(options: unknown, place: string, names: readonly string[]): ReadOption {
  if (!isObject(options))
    throw new GuestConfigError('invalid_option', place || 'options', 'must be an object');
  const stranger = Object.keys(options).find((name) => !names.includes(name));
  if (stranger !== undefined) {
    throw new GuestConfigError('invalid_option', place || 'options', `has no member "${stranger}"`);
  }
  return (name, guard, mustBe, fallback) => {
    const value = options[name] === undefined ? fallback : options[name];
    if (guard(value)) return value;
    throw new GuestConfigError('invalid_option', place ? `${place}.${name}` : name, mustBe);
  };
}
