'use client';

import { useEffect, useState } from 'react';
import { dropDraft, readDraft, saveTyped } from '@/shell/form/draft';
import type { Stay } from './queries';
import { formatBedKey } from './rows';

/** Another room or other days, as a form says them. */
export type TypedMove = { bedKey: string; from: string; to: string };

/** Names what was typed to move a stay among all drafts of the tab. It is dropped once the stay is moved. */
export const draftKeyOfMove = (slug: string, id: string) => `${slug}/calendar/move/${id}`;

/**
 * The room and days that the form of a stay shows: the stay's own, also when somebody else changes them under the open form, and
 * what was typed over them, which outlives a reload and a refusal.
 */
export function useTypedMove(slug: string, stay: Stay) {
  const { id } = stay;
  const [typed, setTyped] = useState<Partial<TypedMove>>({});
  const [isRestored, setIsRestored] = useState(false);
  useEffect(() => {
    const draft = readDraft(draftKeyOfMove(slug, id));
    if (draft !== null) {
      setTyped(Object.fromEntries(draft));
      setIsRestored(true);
    }
  }, [slug, id]);
  const bedKey = stay.roomId === null ? '' : formatBedKey(stay.roomId, stay.bed);
  return {
    fields: { bedKey, from: stay.from, to: stay.to, ...typed },
    change: (changed: Partial<TypedMove>) => {
      const next = { ...typed, ...changed };
      saveTyped(draftKeyOfMove(slug, id), next);
      setTyped(next);
    },
    isRestored,
    drop: () => {
      dropDraft(draftKeyOfMove(slug, id));
      setTyped({});
      setIsRestored(false);
    },
  };
}
