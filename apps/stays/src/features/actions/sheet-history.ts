/**
 * A phone's back button closes what lies on top, not the page under it. Each open sheet has an entry in the history,
 * which says how many sheets it stands for: on arrival, what is open is made to fit what the entry says. Next patches
 * pushState and keeps its own state in the entry, so going back to it loads nothing.
 */
const open: (() => void)[] = [];
/** Of the current entry. Its own word is only good on arrival: a refresh by the router wipes it. */
let depth = 0;
let isTravelling = false;
let isListening = false;

function readDepth(): number {
  const { sheets } = Object(window.history.state);
  return typeof sheets === 'number' ? sheets : 0;
}

/** Says again what the current entry stands for. */
export function stampEntry(): void {
  if (readDepth() !== depth && !isTravelling) {
    window.history.replaceState({ sheets: depth }, '');
  }
}

function onPopState(): void {
  depth = readDepth();
  if (isTravelling) {
    isTravelling = false;
    fitHistory();
    return;
  }
  for (const close of open.splice(depth).reverse()) {
    close();
  }
}

/** Gives each open sheet its entry, and takes spare ones back. A journey under way ends first: see `onPopState`. */
function fitHistory(): void {
  if (isTravelling) {
    return;
  }
  if (depth > open.length) {
    isTravelling = true;
    window.history.go(open.length - depth);
    return;
  }
  stampEntry();
  while (depth < open.length) {
    depth += 1;
    window.history.pushState({ sheets: depth }, '');
  }
}

/** Puts a sheet on top. What it returns takes it away again, whoever closed it. */
export function enterSheet(close: () => void): () => void {
  if (!isListening) {
    depth = readDepth();
    window.addEventListener('popstate', onPopState);
    isListening = true;
  }
  open.push(close);
  if (depth < open.length) {
    fitHistory();
  }
  return () => {
    const index = open.indexOf(close);
    if (index >= 0) {
      open.splice(index, 1);
    }
    // A sheet that makes way for another, in the same breath, leaves its entry to that one. No later: a step back would
    // call off the reload, or the way to another page, that the guest has begun meanwhile.
    window.setTimeout(fitHistory);
  };
}
