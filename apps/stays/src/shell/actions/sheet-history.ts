/**
 * A phone's back button closes the top sheet, not the page under it. Each open sheet has a history entry whose state
 * holds the number of open sheets. After a step in the history, sheets above that number are closed. Next patches
 * pushState and adds its own state to the entry, so going back to it loads nothing.
 */
const open: (() => void)[] = [];
/** The number of the current entry. Its state is only read on popstate: a refresh by the router wipes it. */
let depth = 0;
/** The number of the entry to which we are going back, until the browser has gone there. */
let goingTo: number | null = null;
let isListening = false;

function readDepth(): number {
  const { sheets } = Object(window.history.state);
  return typeof sheets === 'number' ? sheets : 0;
}

/** Writes the number of sheets into the current entry again, after the router wiped it. */
export function writeSheetDepth(): void {
  if (readDepth() !== depth && goingTo === null) {
    window.history.replaceState({ sheets: depth }, '');
  }
}

function onPopState(): void {
  depth = readDepth();
  const expected = goingTo;
  goingTo = null;
  // Further back than we went: a guest pressed Back meanwhile, and the browser made one step of both.
  if (expected !== null && depth >= expected) {
    syncHistory();
    return;
  }
  for (const close of open.splice(depth).reverse()) {
    close();
  }
}

/** Adds the missing entries of open sheets and goes back over spare ones. Waits for a traversal that is under way. */
function syncHistory(): void {
  if (goingTo !== null) {
    return;
  }
  if (depth > open.length) {
    goingTo = open.length;
    window.history.go(open.length - depth);
    return;
  }
  writeSheetDepth();
  while (depth < open.length) {
    depth += 1;
    window.history.pushState({ sheets: depth }, '');
  }
}

/** Registers an open sheet. Call the returned function when the sheet is gone, whoever closed it. */
export function pushSheet(close: () => void): () => void {
  if (!isListening) {
    depth = readDepth();
    // In the capture phase, before Next's listener: that one renders, and so runs effects that wait, and one of them is
    // `writeSheetDepth`, which must know the number of the entry that the guest has gone to.
    window.addEventListener('popstate', onPopState, { capture: true });
    isListening = true;
  }
  open.push(close);
  if (depth < open.length) {
    syncHistory();
  }
  return () => {
    const index = open.indexOf(close);
    if (index >= 0) {
      open.splice(index, 1);
    }
    // Wait one task: a sheet that opens in the same task, in place of this one, takes over its entry. Wait no longer: a
    // late step back would cancel a reload or a navigation that the guest has started since.
    window.setTimeout(syncHistory);
  };
}
