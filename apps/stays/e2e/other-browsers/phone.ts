/**
 * What a guest does with a phone, in the words that every browser's protocol has. The journeys in Chromium use all of
 * Playwright instead; Debian's Firefox and WebKitGTK cannot be driven by it.
 */
export type Phone = {
  open: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  goBack: () => Promise<void>;
  /** Taps the one visible element that this XPath finds, as soon as there is one. */
  tap: (xpath: string) => Promise<void>;
  /** Types into the one visible field that this XPath finds. */
  type: (xpath: string, text: string) => Promise<void>;
  /** The address and what is visible: the open sheet's text if there is one, else the page's. */
  read: () => Promise<{ url: string; text: string }>;
  /** Runs a script in the page. It returns text, or a promise of text. */
  run: (script: string) => Promise<string>;
  close: () => Promise<void>;
};

/** A page that is on its way has no body yet, and its text is empty. */
export const readScript = `(() => {
  const sheets = [...document.querySelectorAll('dialog[open]')];
  return (sheets.at(-1) ?? document.body)?.innerText ?? '';
})()`;

/** Reads the page for a poll. One that is being replaced can't be read, and says nothing. */
export function readForPoll(phone: Phone): ReturnType<Phone['read']> {
  return phone.read().catch(() => ({ url: '', text: '' }));
}

/** An XPath that finds a button by its text or its label. */
export function button(name: string): string {
  return `//button[normalize-space()=${quote(name)} or @aria-label=${quote(name)}]`;
}

/** An XPath that finds the field of a label that begins with this text, inside the label or beside it: in the open sheet, or elsewhere. */
export function field(label: string, inside = '//dialog[@open]'): string {
  const found = `${inside}//label[starts-with(normalize-space(), ${quote(label)})]`;
  return `${found}//input | ${found}//textarea | //*[@id=${found}/@for]`;
}

function quote(text: string): string {
  return `"${text}"`;
}
