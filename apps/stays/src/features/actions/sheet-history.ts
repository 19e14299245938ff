/**
 * A phone's back button closes what lies on top, not the page under it. Each open sheet has an entry in the history.
 * Next patches pushState and keeps its own state in the entry, so going back to it loads nothing.
 */
const open: (() => void)[] = [];
let entries = 0;
let ownSteps = 0;
let isListening = false;

function onPopState(): void {
  if (ownSteps > 0) {
    ownSteps -= 1;
    return;
  }
  entries -= 1;
  open.pop()?.();
}

/** Puts a sheet on top. What it returns takes it away again, whoever closed it. */
export function enterSheet(close: () => void): () => void {
  if (!isListening) {
    window.addEventListener('popstate', onPopState);
    isListening = true;
  }
  open.push(close);
  if (entries < open.length) {
    window.history.pushState(null, '');
    entries += 1;
  }
  return () => {
    const index = open.indexOf(close);
    if (index >= 0) {
      open.splice(index, 1);
    }
    // A sheet that makes way for another leaves its entry to that one.
    window.setTimeout(dropSpareEntries, 100);
  };
}

function dropSpareEntries(): void {
  const spare = entries - open.length;
  if (spare > 0) {
    entries -= spare;
    ownSteps += 1;
    window.history.go(-spare);
  }
}
