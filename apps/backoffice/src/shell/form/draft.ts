/**
 * What was typed into a form and not saved yet. It stays in this tab through a reload, an expired sign-in or a click on a
 * link, and is gone when the tab is closed: it may be about guests.
 */
const prefix = 'draft:';

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

export function dropDraft(key: string): void {
  sessionStorage.removeItem(prefix + key);
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

/** Sets the fields of a form by name. A checkbox or radio button is named with its value. */
export function setValues(form: HTMLFormElement, values: readonly [name: string, value: string][]): void {
  const byName = new Map(values);
  for (const control of listControls(form)) {
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      const value = byName.get(`${control.name}=${control.value}`);
      control.checked = value === undefined ? control.checked : value === 'on';
    } else {
      control.value = byName.get(control.name) ?? control.value;
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
