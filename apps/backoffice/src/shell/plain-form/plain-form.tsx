'use client';

import type { FormAction } from '@gudbro/api-kit';
import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { dropDraft, restoreDraft, saveDraft } from '../form/draft';
import { RestoredDraft } from '../form/restored-notice';
import { useResult } from '../form/use-result';
import { useSentForm } from '../form/use-sent-form';
import { type PlainField, PlainFieldInput } from './plain-field';
import { type PlainFormTexts, readProblem } from './read-problem';

type PlainFormProps = {
  action: FormAction;
  /** A heading stands above the fields that follow it. */
  fields: readonly (PlainField | { heading: string })[];
  /** Fields that nobody sees. */
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  submitting: string;
  /** What is shown after a success that leads nowhere. */
  done?: string;
  texts: PlainFormTexts;
  variant?: 'primary' | 'secondary';
  /**
   * Names this form among all of the app, so that what was typed comes back to it after a reload. Without it nothing is saved. A form
   * with it stands in `ClientTexts`.
   */
  draftKey?: string;
};

/** A form of a few fields. Only the server checks them, so it shows the same errors with and without JavaScript. */
export function PlainForm({ action, fields, hidden = {}, draftKey, ...look }: PlainFormProps) {
  const { submit, submitting, done, texts, variant = 'primary' } = look;
  const element = useRef<HTMLFormElement>(null);
  const { state, isPending, form } = useSentForm(action);
  const draft = useDraft(element, draftKey);
  useResult(state, (result) => {
    if (result.ok) {
      element.current?.reset();
    } else if (result.error !== 'conflict') {
      // After a conflict the page is loaded again, to see what is there now.
      draft.save();
    }
  });
  const refused = state?.ok === false ? state : null;
  return (
    <form
      ref={element}
      {...form}
      onSubmit={(event) => {
        // What succeeds leads to another page, and no result arrives here. What is refused is saved again.
        draft.drop();
        form.onSubmit?.(event);
      }}
      onChange={draft.save}
      noValidate
      className="space-y-5"
    >
      {draft.isRestored && draftKey !== undefined && <RestoredDraft draftKey={draftKey} />}
      {refused && <Problem problem={readProblem(refused, texts, listNames(fields))} />}
      {state?.ok === true && done && (
        <Notice icon="check" role="status">
          {done}
        </Notice>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input
          key={name}
          type="hidden"
          name={name}
          value={name === 'version' ? (draft.version ?? value) : value}
        />
      ))}
      {fields.map((field) =>
        'heading' in field ? (
          <h2 key={field.heading} className="mb-2 pt-5 font-display text-xl leading-snug first:pt-0">
            {field.heading}
          </h2>
        ) : (
          <PlainFieldInput
            key={field.name}
            field={field}
            value={(refused ? refused.values[field.name] : field.value) ?? ''}
            error={readText(texts.fields, refused?.fields[field.name])}
          />
        ),
      )}
      <Button type="submit" variant={variant} aria-disabled={isPending} className="w-full cursor-pointer">
        {isPending ? submitting : submit}
      </Button>
    </form>
  );
}

/** The draft of a form: it is put back once the form is there, with the version of the row on which it was begun. */
function useDraft(element: RefObject<HTMLFormElement | null>, key: string | undefined) {
  const [restored, setRestored] = useState<{ version: string | undefined } | null>(null);
  useEffect(() => {
    if (key === undefined || element.current === null || !restoreDraft(key, element.current)) {
      return;
    }
    const version = element.current.elements.namedItem('version');
    setRestored({ version: version instanceof HTMLInputElement ? version.value : undefined });
  }, [element, key]);
  return {
    isRestored: restored !== null,
    version: restored?.version,
    save: () => {
      if (key !== undefined && element.current !== null) {
        saveDraft(key, element.current);
      }
    },
    drop: () => {
      if (key !== undefined) {
        dropDraft(key);
      }
    },
  };
}

function listNames(fields: PlainFormProps['fields']): string[] {
  return fields.flatMap((field) => ('name' in field ? [field.name] : []));
}

function readText(texts: Readonly<Record<string, string>>, key: string | undefined): string | undefined {
  return key === undefined ? undefined : texts[key];
}

function Problem({ problem: { text, link } }: { problem: ReturnType<typeof readProblem> }) {
  return (
    <Notice tone="danger" role="alert">
      {text}
      {link && (
        <>
          {' '}
          <a href={link.href} className="font-semibold underline underline-offset-4">
            {link.text}
          </a>
        </>
      )}
    </Notice>
  );
}
