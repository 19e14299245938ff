import { watch } from 'chokidar';

type WatchOptions = {
  /** Files and folders that are there. */
  paths: readonly string[];
  /** Files and folders below them that do not count. */
  isIgnored?: (file: string) => boolean;
  /** How long nothing must change before `onChange` is called: an editor that saves all files saves once. */
  settleMs?: number;
  onChange: (files: readonly string[]) => Promise<void>;
};

export type Watching = {
  add: (paths: readonly string[]) => void;
  /** Waits for the `onChange` under way. */
  close: () => Promise<void>;
};

/** Calls `onChange` once for a burst of changes, and never again before the last call has ended. */
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
