'use client';

import { documentTypes } from '@gudbro/domain';
import { Select } from '@gudbro/ui/select';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { changeDraft } from './document-draft';
import type { DocumentSession } from './use-document-session';

/** Which kind of document it is. */
export function TypeChoice({ session: { draft, change } }: { session: DocumentSession }) {
  const t = useTranslations('Documents');
  const form = useTranslations('DocumentForm');
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {form('type')}
      </label>
      <Select
        id={id}
        name="documentType"
        value={draft.type}
        onChange={({ target }) => {
          const type = documentTypes.find((one) => one === target.value) ?? draft.type;
          change((before) => changeDraft(before, { type }));
        }}
      >
        {documentTypes.map((type) => (
          <option key={type} value={type}>
            {t(`types.${type}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}
