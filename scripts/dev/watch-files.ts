import { watch } from 'chokidar';

type WatchOptions = {
  /** Files and folders that exist. */
  paths: readonly string[];
  /** Whether changes of this file or folder are ignored. */
  isIgnored?: (file: string) => boolean;
  /** How long nothing may change before `onChange` is called, so that files saved together are reported together. */
  settleMs?: number;
  onChange: (files: readonly string[]) => Promise<void>;
};

export type Watching = {
  add: (paths: readonly string[]) => void;
  /** Stops watching and waits for the call of `onChange` that is under way. */
  close: () => Promise<void>;
};

/** Calls `onChange` once for changes in quick succession, and not again before the last call has ended. */
export async function watchFiles(options: WatchOptions): Promise<Watching> {
  const { paths, isIgnored = () => false, settleMs = 150, onChange } = options;
  const watcher = watch([...paths], { ignoreInitial: true, ignored: isIgnored });
  let timer: NodeJS.Timeout | undefined;
  let changed = new Set<string>();
  let underWay = Promise.resolve();
  const callOnce = async () => {
    const files = [...changed].sort();
    changed = new Set();
    if (files.length > 0) {
      await onChange(files);
    }
  };
  watcher.on('all', (_event, file) => {
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      underWay = underWay.then(callOnce);
    }, settleMs);
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    add: (more) => void watcher.add([...more]),
    close: async () => {
      await watcher.close();
      clearTimeout(timer);
      await underWay;
    },
  };
}
