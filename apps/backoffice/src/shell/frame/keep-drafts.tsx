'use client';

import { useLayoutEffect } from 'react';
import { keepDraftsOf } from '../form/draft';

/** Drops what somebody else typed in this tab, before a form below shows it to this person. */
export function KeepDrafts({ email }: { email: string }) {
  useLayoutEffect(() => keepDraftsOf(email), [email]);
  return null;
}
