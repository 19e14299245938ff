export type ByteCache = {
  get: (key: string) => Uint8Array | undefined;
  set: (key: string, bytes: Uint8Array) => void;
};

/** Holds bytes up to a size. What was not used for the longest time goes first. */
export function createByteCache(maxBytes: number): ByteCache {
  // A map keeps its keys in order: the first one was not used for the longest time.
  const held = new Map<string, Uint8Array>();
  let size = 0;

  function drop(key: string): void {
    size -= held.get(key)?.length ?? 0;
    held.delete(key);
  }

  return {
    get: (key) => {
      const bytes = held.get(key);
      if (bytes !== undefined) {
        held.delete(key);
        held.set(key, bytes);
      }
      return bytes;
    },
    set: (key, bytes) => {
      drop(key);
      held.set(key, bytes);
      size += bytes.length;
      for (const oldest of held.keys()) {
        if (size <= maxBytes) {
          return;
        }
        drop(oldest);
      }
    },
  };
}
