import 'server-only';
import { ApiError, type FormAction } from '@gudbro/api-kit';
import type { Database } from '@gudbro/db-types';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { actionClient } from '@/server/current-account';
import { defineAction } from '@/server/define-action';
import { readAccount } from '@/server/read-account';
import { getSetupPlace, type SetupPlace } from './queries';
import { formatSetupPath, nextStep, numberOfStep, type SetupStep } from './steps';

type SetupAction<Input> = { client: AccountClient; place: SetupPlace; input: Input };

type SetupActionDefinition<Input> = {
  step: SetupStep;
  /** The fields of the form beside `place`. */
  input: z.ZodType<Input>;
  refill?: readonly string[];
};

/** Declares the action of a step. It runs as the signed-in person, and leads to the next step unless the handler says where. */
export function defineSetupAction<Input>(
  { step, input, refill = [] }: SetupActionDefinition<Input>,
  handler: (context: SetupAction<Input>) => Promise<string | null>,
): FormAction {
  const withPlace = z
    .looseObject({ place: z.string().max(60) })
    .transform(({ place, ...fields }, context) => {
      const parsed = input.safeParse(fields);
      if (!parsed.success) {
        for (const { path, message } of parsed.error.issues) {
          context.addIssue({ code: 'custom', path, message });
        }
        return z.NEVER;
      }
      return { slug: place, fields: parsed.data };
    });
  return defineAction({ action: `setup/${step}`, input: withPlace, refill }, async ({ input: sent }) => {
    const client = await actionClient();
    const account = await readAccount(client);
    if (account === null) {
      throw new ApiError('session_expired');
    }
    const place = await getSetupPlace(client, account.id, sent.slug);
    const redirectTo = await handler({ client, place, input: sent.fields });
    return { redirectTo: redirectTo ?? formatSetupPath(place.slug, nextStep(step)) };
  });
}

type PlaceValues = Database['public']['Tables']['accom_properties']['Update'];

/**
 * Writes what a step asks, and that the next step is due. Where the form read an earlier version than there is now, somebody
 * else has written meanwhile: nothing is written then.
 */
export async function savePlace(
  client: AccountClient,
  place: SetupPlace,
  step: SetupStep,
  { version = place.version, ...values }: PlaceValues & { version?: string },
): Promise<void> {
  const row = await client.query((db) =>
    db
      .from('accom_properties')
      .update({ ...values, setup_step: advance(place.setupStep, step) })
      .eq('id', place.id)
      .eq('updated_at', version)
      .select('id')
      .maybeSingle(),
  );
  if (row === null) {
    throw new ApiError('conflict');
  }
}

/** A place that was set up before stays so; a step that is taken again leads no further than one has been. */
export function advance(setupStep: number | null, step: SetupStep): number | null {
  return setupStep === null ? null : Math.max(setupStep, Math.min(numberOfStep(step) + 1, 6));
}
