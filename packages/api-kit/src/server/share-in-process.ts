const prefix = 'gudbro.';

/**
 * One thing for the whole process. The server and the bundle Next made each have their own copy of a module; what both
 * must know hangs on the process itself.
 */
export function shareInProcess<Shared>(name: string, create: () => Shared): Shared {
  const key = Symbol.for(prefix + name);
  const registry = globalThis as { [key: symbol]: Shared | undefined }; // a place of ours that no type knows
  registry[key] ??= create();
  return registry[key];
}
