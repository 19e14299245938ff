const prefix = 'gudbro.';

/**
 * One value for the whole process. Our server and Next's bundle have a copy of each module, so a value that both need is
 * stored on `globalThis`.
 */
export function shareInProcess<Shared>(name: string, create: () => Shared): Shared {
  const key = Symbol.for(prefix + name);
  const registry = globalThis as { [key: symbol]: Shared | undefined }; // no type declares our own symbols
  registry[key] ??= create();
  return registry[key];
}
