'use client';

import type { FormState } from '@gudbro/api-kit';
import { type RefObject, useEffect, useRef, useState } from 'react';

type ReadVersion = {
  /** The version whose values the fields began with: what the form sends. */
  version: string | undefined;
  /** Fields with another key begin anew, with the newest values. */
  fieldsKey: number;
};

type OpenForm = {
  form: RefObject<HTMLFormElement | null>;
  /** Whether somebody has typed into it since it was read or saved. */
  isTouched: RefObject<boolean>;
  state: FormState;
  isPending: boolean;
};

/**
 * The screen is read anew whenever somebody changes something at the place, also under an open form. Fields that nobody has
 * touched then show the newest values. Others keep theirs, and the form keeps the version that they began with, so that saving
 * finds out that somebody else was faster. After its own save the form goes on from what it saved.
 */
export function useReadVersion(
  newest: string | undefined,
  { form, isTouched, state, isPending }: OpenForm,
): ReadVersion {
  const [read, setRead] = useState<ReadVersion>({ version: newest, fieldsKey: 0 });
  const handled = useRef(state);
  useEffect(() => {
    if (isPending) {
      return;
    }
    const isSaved = state?.ok === true && state !== handled.current;
    handled.current = state;
    if (isSaved) {
      isTouched.current = false;
    }
    if (newest === read.version) {
      return;
    }
    if (isSaved) {
      setRead({ version: newest, fieldsKey: read.fieldsKey });
    } else if (!isTouched.current && !isFieldFocused(form.current)) {
      setRead({ version: newest, fieldsKey: read.fieldsKey + 1 });
    }
  }, [form, isTouched, newest, read, state, isPending]);
  return read;
}

/** A field that has the focus is about to be changed. */
function isFieldFocused(form: HTMLFormElement | null): boolean {
  const focused = document.activeElement;
  return form?.contains(focused) === true && focused?.matches('input, select, textarea') === true;
}
