/**
 * What was typed into a form and not saved yet. It stays in this tab through a reload, an expired sign-in or a click on a
 * link, and is gone when the tab is closed: it may be about guests.
 */
const prefix = 'draft:';
/** Where the key is under which a draft was sent. */
const sentPrefix = 'sent:';
/** Whose drafts these are. */
const ownerKey = 'drafts-of';

type Draft = { version: string; values: [name: string, value: string][] };

/** The text fields and choices of a form, without its hidden fields and passwords. */
export function listValues(form: HTMLFormElement): Draft['values'] {
  return listControls(form).flatMap((control): Draft['values'] => {
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      return [[`${control.name}=${control.value}`, control.checked ? 'on' : '']];
    }
    return [[control.name, control.value]];
  });
}

export function saveDraft(key: string, form: HTMLFormElement): void {
  const version = form.elements.namedItem('version');
  const draft: Draft = {
    version: version instanceof HTMLInputElement ? version.value : '',
    values: listValues(form),
  };
  sessionStorage.setItem(prefix + key, JSON.stringify(draft));
}

/** Saves what was typed into some fields of a form whose other fields follow what is saved. */
export function saveTyped(key: string, typed: Readonly<Record<string, string>>): void {
  const draft: Draft = { version: '', values: Object.entries(typed) };
  sessionStorage.setItem(prefix + key, JSON.stringify(draft));
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(prefix + key);
  sessionStorage.removeItem(sentPrefix + key);
}

/** Drops what another person typed in this tab and did not save: it may be about guests whom this person does not know. */
export function keepDraftsOf(email: string): void {
  if (sessionStorage.getItem(ownerKey) === email) {
    return;
  }
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix) || key.startsWith(sentPrefix)) {
      sessionStorage.removeItem(key);
    }
  }
  sessionStorage.setItem(ownerKey, email);
}

/**
 * The key under which a form is sent that makes something new each time. What is sent again unchanged, because no answer came, has
 * the key of its first try, also after a reload, so that nothing is made twice. What was changed in between is another request.
 */
export function drawRequestKey(key: string, form: FormData): string {
  const content = JSON.stringify([...form].filter(([name]) => name !== 'requestKey'));
  const sent: { content: string; requestKey: string } | null = JSON.parse(
    sessionStorage.getItem(sentPrefix + key) ?? 'null', // only this function writes it
  );
  if (sent?.content === content) {
    return sent.requestKey;
  }
  const requestKey = crypto.randomUUID();
  sessionStorage.setItem(sentPrefix + key, JSON.stringify({ content, requestKey }));
  return requestKey;
}

/** What a saved draft says of each field, for a form whose fields React holds. Null where there is none. */
export function readDraft(key: string): ReadonlyMap<string, string> | null {
  const saved = findDraft(key);
  return saved && new Map(saved.values);
}

function findDraft(key: string): Draft | null {
  return JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null'); // only saveDraft writes this key
}

/** Puts a saved draft into the form. False where there is none, or where it says what the form says anyway. */
export function restoreDraft(key: string, form: HTMLFormElement): boolean {
  const saved = findDraft(key);
  if (saved === null) {
    return false;
  }
  const { version, values } = saved;
  const before = JSON.stringify(listValues(form));
  setValues(form, values);
  if (JSON.stringify(listValues(form)) === before) {
    dropDraft(key);
    return false;
  }
  const field = form.elements.namedItem('version');
  if (field instanceof HTMLInputElement) {
    field.value = version;
  }
  return true;
}

/** Whether somebody typed into a form before its script was there, of which React hears nothing. */
export function isTypedInto(form: HTMLFormElement): boolean {
  return listControls(form).some((control) => {
    if (control instanceof HTMLSelectElement) {
      // Only the server writes into the page which option is chosen at first.
      const first = [...control.options].find(({ defaultSelected }) => defaultSelected);
      return first !== undefined && control.value !== first.value;
    }
    return control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
      ? control.checked !== control.defaultChecked
      : control.value !== control.defaultValue;
  });
}

/** Sets the fields of a form by name. A checkbox or radio button is named with its value. */
export function setValues(form: HTMLFormElement, values: readonly [name: string, value: string][]): void {
  const byName = new Map(values);
  for (const control of listControls(form)) {
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      const value = byName.get(`${control.name}=${control.value}`);
      control.checked = value === undefined ? control.checked : value === 'on';
    } else {
      const value = byName.get(control.name) ?? control.value;
      // A choice that is offered no more would leave the field empty.
      if (
        !(control instanceof HTMLSelectElement) ||
        [...control.options].some((one) => one.value === value)
      ) {
        control.value = value;
      }
    }
    // For what shows the value of a field in another way, such as pictures.
    control.dispatchEvent(new Event('set'));
  }
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function listControls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement &&
        !['hidden', 'password', 'submit', 'file'].includes(element.type)) ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  );
}
