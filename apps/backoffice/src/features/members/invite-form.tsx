'use client';

import { Button } from '@gudbro/ui/button';
import { ButtonLink } from '@gudbro/ui/button-link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { MemberRole } from '@/server/place';
import { dropDraft, restoreDraft, saveDraft } from '@/shell/form/draft';
import { TextInput } from '@/shell/form/fields';
import { FieldErrorsContext } from '@/shell/form/form-context';
import { FormProblem } from '@/shell/form/form-problem';
import { RestoredDraft } from '@/shell/form/restored-notice';
import { useResult } from '@/shell/form/use-result';
import { useSentForm } from '@/shell/form/use-sent-form';
import { inviteAction } from './actions';
import { InvitationLink } from './invitation-link';
import { RoleFields } from './role-fields';

/** What can be wrong with a field, as a key of `FieldErrors`. */
const messages: Partial<Record<string, 'too_long' | 'not_an_email'>> = {
  note: 'too_long',
  email: 'not_an_email',
};

type InviteFormProps = {
  place: { slug: string; name: string };
  roles: readonly MemberRole[];
  offers: { documents: boolean; money: boolean };
};

/**
 * Makes an invitation, and then shows its link in place of the form: it cannot be read again. What is typed is saved until then, as in
 * `RecordForm`.
 */
export function InviteForm({ place, roles, offers }: InviteFormProps) {
  const t = useTranslations('Invite');
  const errors = useTranslations('FieldErrors');
  const element = useRef<HTMLFormElement>(null);
  const { state, isPending, form } = useSentForm(inviteAction);
  const fields = state?.ok === false ? Object.keys(state.fields) : [];
  const draftKey = `${place.slug}/members/invite`;
  const [isRestored, setIsRestored] = useState(false);
  useEffect(() => {
    setIsRestored(element.current !== null && restoreDraft(draftKey, element.current));
  }, [draftKey]);
  useResult(state, ({ ok }) => {
    if (ok) {
      dropDraft(draftKey);
    }
    if (fields[0] !== undefined) {
      element.current?.querySelector<HTMLElement>(`[name="${fields[0]}"]`)?.focus();
    }
  });
  if (state?.ok === true && state.shown !== undefined) {
    return <InvitationLink place={place} shown={state.shown} />;
  }
  return (
    <form
      ref={element}
      {...form}
      onChange={(event) => saveDraft(draftKey, event.currentTarget)}
      noValidate
      className="space-y-6"
    >
      <input type="hidden" name="place" value={place.slug} />
      {isRestored && <RestoredDraft draftKey={draftKey} />}
      <FormProblem state={state} />
      <FieldErrorsContext
        value={Object.fromEntries(fields.map((field) => [field, errors(messages[field] ?? 'required')]))}
      >
        <RoleFields roles={roles} offers={offers} />
        <TextInput
          name="email"
          type="email"
          inputMode="email"
          label={t('email')}
          hint={t('emailHint')}
          maxLength={254}
          autoComplete="off"
        />
        <TextInput name="note" label={t('note')} hint={t('noteHint')} maxLength={120} autoComplete="off" />
      </FieldErrorsContext>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" aria-disabled={isPending} className="cursor-pointer">
          {isPending ? t('making') : t('make')}
        </Button>
        <ButtonLink href={`/p/${place.slug}/members`} variant="quiet" onClick={() => dropDraft(draftKey)}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}
