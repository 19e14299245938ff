import { type Guard, isObject } from './value-guards.ts';

type Guards = Readonly<Record<string, Guard<unknown>>>;

type ValueOf<G> = G extends Guard<infer T> ? T : never;

/** An object with all required members, perhaps some of the optional ones, and no others. */
export type ExactObject<Required extends Guards, Optional extends Guards> = {
  [Name in keyof Required]: ValueOf<Required[Name]>;
} & { [Name in keyof Optional]?: ValueOf<Optional[Name]> };

/**
 * A copy of an object that has exactly these members, or undefined. One member more, and it is not what we issue. An
 * optional member that is there must be valid, so `undefined` is refused.
 */
export function readExactly<Required extends Guards, Optional extends Guards = Record<never, never>>(
  value: unknown,
  required: Required,
  optional?: Optional,
): ExactObject<Required, Optional> | undefined {
  if (!isObject(value)) return undefined;
  const known = new Map<string, Guard<unknown>>(Object.entries({ ...optional, ...required }));
  const members = Object.entries(value);
  const areValid = members.every(([name, member]) => known.get(name)?.(member));
  const areComplete = Object.keys(required).every((name) => Object.hasOwn(value, name));
  // The guards have said of each member what the type says of it.
  return areValid && areComplete
    ? (Object.fromEntries(members) as ExactObject<Required, Optional>)
    : undefined;
}
