'use client';

import { Button } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { useEffect, useEffectEvent, useRef } from 'react';
import { toForm } from '@/shell/form/to-form';
import { useSentForm } from '@/shell/form/use-sent-form';
import { openInvitationAction } from './actions';

export type OpenTexts = {
  link: string;
  hint: string;
  open: string;
  opening: string;
  invalid: string;
  failed: string;
};

/**
 * Takes the secret out of the address, where it stands after the `#` and is sent to no server, and submits it. Without a
 * script, or where the link was cut, it is pasted.
 */
export function OpenForm({ texts }: { texts: OpenTexts }) {
  const { state, isPending, send, form } = useSentForm(openInvitationAction);
  const open = useEffectEvent(send);
  const isRead = useRef(false);
  useEffect(() => {
    const { hash, pathname } = location;
    if (isRead.current || hash.length < 2) {
      return;
    }
    isRead.current = true;
    history.replaceState(null, '', pathname);
    open(toForm({ link: hash }));
  }, []);
  const isInvalid = state?.ok === false && 'link' in state.fields;
  return (
    <form {...form} noValidate className="space-y-5">
      <TextField
        label={texts.link}
        name="link"
        hint={texts.hint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        error={state?.ok === false ? (isInvalid ? texts.invalid : texts.failed) : undefined}
      />
      <Button type="submit" aria-disabled={isPending} className="w-full cursor-pointer">
        {isPending ? texts.opening : texts.open}
      </Button>
    </form>
  );
}
