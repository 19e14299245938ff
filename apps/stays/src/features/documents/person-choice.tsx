'use client';

import type { DocumentField } from '@gudbro/domain';
import { Select } from '@gudbro/ui/select';
import { TextField } from '@gudbro/ui/text-field';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { FieldProblem } from './check-draft';
import { asksForName, changeDraft } from './document-draft';
import type { DocumentOwner } from './own-documents';
import type { DocumentSession } from './use-document-session';

type PersonChoiceProps = {
  session: DocumentSession;
  people: readonly DocumentOwner[];
  /** What the form asks for besides. */
  fields: readonly DocumentField[];
  problem: FieldProblem | undefined;
};

/** Whose document it is: of the guest who booked, of somebody of the party, or of somebody who is not known yet. */
export function PersonChoice({ session: { draft, change }, people, fields, problem }: PersonChoiceProps) {
  const t = useTranslations('DocumentForm');
  const id = useId();
  return (
    <div className="space-y-3">
      <div>
        <label htmlFor={id} className="mb-1.5 block font-semibold">
          {t('whose')}
        </label>
        <Select
          id={id}
          name="person"
          value={draft.person}
          onChange={({ target }) => change((before) => changeDraft(before, { person: target.value }))}
        >
          <option value="lead">{t('me')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
          <option value="new">{t('somebodyNew')}</option>
        </Select>
      </div>
      {asksForName(fields, draft.person) && (
        <TextField
          name="personName"
          label={t('personName')}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={200}
          required
          value={draft.personName}
          onChange={({ target }) => change((before) => changeDraft(before, { personName: target.value }))}
          error={problem && t(`problems.${problem}`)}
        />
      )}
      {draft.person === 'new' && (
        <label className="flex min-h-12 cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            name="isChild"
            checked={draft.isChild}
            onChange={({ target }) => change((before) => changeDraft(before, { isChild: target.checked }))}
            className="size-6 shrink-0"
          />
          {t('isChild')}
        </label>
      )}
    </div>
  );
}
