import 'server-only';
import { ApiError, type FormAction } from '@gudbro/api-kit';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { z } from 'zod';
import type { AccountClient } from './account-client';
import { actionClient } from './current-account';
import { defineAction } from './define-action';
import { findChange } from './find-change';
import { findPlace, type MemberRole, type Place } from './place';
import { readAccount } from './read-account';

/** The field by which a form names its place. */
const placeField = { place: z.string().max(60) };

export type PlaceActionResult = {
  /** Where to go now. */
  goTo?: string;
  /** The key of the text that says what was done. */
  done?: string;
  /** The row that was written: the form offers to undo it. */
  changed?: { table: string; id: string };
  /** The entry of the history that undoes it, where a function returned it. */
  changeId?: string;
  /** What the form shows once. */
  shown?: Record<string, string>;
};

type PlaceAction<Input> = { client: AccountClient; place: Place; input: Input };

type PlaceActionDefinition<Shape extends z.ZodRawShape> = {
  /** For the log: `numbers/save`. */
  action: string;
  /** The lowest role for which the screen offers this. SQL refuses the others too. */
  role: MemberRole;
  /** The fields of the form beside its place. Their messages are keys of `FieldErrors`. */
  fields: Shape;
};

/**
 * Declares the action of a form on a screen of one place. It runs as the signed-in person, and the screen is rendered anew
 * after it. Sent without a script, it redirects instead of telling the form where to go.
 */
export function definePlaceAction<Shape extends z.ZodRawShape>(
  { action, role, fields }: PlaceActionDefinition<Shape>,
  handler: (context: PlaceAction<z.output<z.ZodObject<Shape>>>) => Promise<PlaceActionResult>,
): FormAction {
  const input = z
    .strictObject({ ...fields, ...placeField })
    // The compiler cannot compute the fields of a Shape that it does not know.
    .transform((sent) => takePlaceApart<z.output<z.ZodObject<Shape>>>(sent as Record<string, unknown>));
  return defineAction({ action, input }, async ({ input: { slug, values } }) => {
    const client = await actionClient();
    const account = await readAccount(client);
    if (account === null) {
      throw new ApiError('session_expired');
    }
    const place = findPlace(account.places, slug, role);
    const { goTo, changed, ...told } = await handler({ client, place, input: values });
    const hasScript = (await headers()).has('next-action');
    if (!hasScript && goTo !== undefined) {
      return { redirectTo: goTo };
    }
    if (goTo === undefined) {
      // Of a screen that the form leaves, nothing is rendered: it may show what is no longer there.
      refresh();
    }
    return {
      ...told,
      ...(goTo === undefined ? {} : { goTo }),
      ...(changed === undefined ? {} : await findChange(client, changed)),
    };
  });
}

/** The place is for us, and the handler gets the fields alone: it may write all of them. */
function takePlaceApart<Fields>({ place, ...values }: Record<string, unknown>): {
  slug: string;
  values: Fields;
} {
  return { slug: String(place), values: values as Fields }; // the schema has parsed them
}
