'use client';

import type { DocumentField } from '@gudbro/domain';
import { createContext, type ReactNode, type RefObject, useContext, useMemo, useRef, useState } from 'react';

/** Opens the question why a document is rejected, with a reason to begin from. */
export type RejectDialogHandle = { open: (reason?: string) => void };

type ConfirmedFields = {
  confirmed: ReadonlySet<DocumentField>;
  /** Those that are still to be compared, in the order of the document. */
  left: readonly DocumentField[];
  confirm: (field: DocumentField) => void;
  takeBack: (field: DocumentField) => void;
  confirmAll: () => void;
  /** The question for a reason, which a field that differs opens too. */
  reject: RefObject<RejectDialogHandle | null>;
};

const ConfirmedContext = createContext<ConfirmedFields | null>(null);

type ConfirmedFieldsProviderProps = { fields: readonly DocumentField[]; children: ReactNode };

/** Which fields of a document were compared with its picture. They are stored with the decision, and until then here. */
export function ConfirmedFieldsProvider({ fields, children }: ConfirmedFieldsProviderProps) {
  const [confirmed, setConfirmed] = useState<ReadonlySet<DocumentField>>(new Set());
  const reject = useRef<RejectDialogHandle>(null);
  const value = useMemo(
    () => ({
      confirmed,
      left: fields.filter((field) => !confirmed.has(field)),
      confirm: (field: DocumentField) => setConfirmed((before) => new Set(before).add(field)),
      takeBack: (field: DocumentField) =>
        setConfirmed((before) => new Set([...before].filter((other) => other !== field))),
      confirmAll: () => setConfirmed(new Set(fields)),
      reject,
    }),
    [confirmed, fields],
  );
  return <ConfirmedContext value={value}>{children}</ConfirmedContext>;
}

export function useConfirmedFields(): ConfirmedFields {
  const fields = useContext(ConfirmedContext);
  if (fields === null) {
    throw new Error('What is confirmed stands in a ConfirmedFieldsProvider.');
  }
  return fields;
}
