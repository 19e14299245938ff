import type { z } from 'zod';
import type { ApiError } from '../errors/api-error.ts';
import type { ErrorBody } from '../errors/error-payloads.ts';
import { toApiError } from '../errors/to-api-error.ts';
import { formatFault, type Log } from '../request-log.ts';
import { currentRequest } from '../server/current-request.ts';
import type { ActionResult, FormState } from './form-state.ts';
import { parseForm, pickTextFields, readForm } from './read-form.ts';

/** How a server action is declared. */
export type ActionDefinition<Input> = {
  /** For the log: `session/sign-in`. */
  action: string;
  /** Strict, so that unknown fields are refused. Its messages name what is wrong with a field. */
  input: z.ZodType<Input>;
  /** Fields that a refused form shows again with the text that was typed. Never a secret. */
  refill?: readonly string[];
};

/** What a handler gets: the parsed input, and the id of the request for the log. */
export type ActionContext<Input> = { input: Input; requestId: string };

/** What all actions of an app share. */
export type ActionKitOptions = {
  log: Log;
  clock: () => Date;
  /** Next's own. It throws, so it is called last, outside of any `try`. */
  redirect: (path: string) => never;
};

/** The function that `useActionState` takes. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * Makes `defineAction`, the only way to make a server action. Steps, in this order: current request, parse, handler, error
 * mapping, log, redirect. Before them Next itself checks the origin and limits the size of the body: it runs no action
 * whose `Origin` is another host or `null`. An action of a signed-in member calls the database as that member, so
 * permissions are decided there.
 */
export function createActionKit(readOptions: () => ActionKitOptions) {
  return function defineAction<Input>(
    definition: ActionDefinition<Input>,
    handler: (context: ActionContext<Input>) => Promise<ActionResult>,
  ): FormAction {
    return async (_previous, form) => {
      const { log, clock, redirect } = readOptions();
      const { requestId } = currentRequest();
      const startedAt = clock().getTime();
      const values = readForm(form);
      const settled = await settle(async () =>
        handler({ input: parseForm(definition.input, values), requestId }),
      );
      logAction(log, definition.action, requestId, clock().getTime() - startedAt, settled);
      const { result, thrown } = settled;
      if (thrown !== null) {
        const refill = pickTextFields(values, definition.refill ?? []);
        return { ok: false, ...thrown.body, fields: fieldsOf(thrown.body), values: refill };
      }
      const { redirectTo, ...done } = result;
      return redirectTo === undefined ? { ok: true, ...done } : redirect(redirectTo);
    };
  };
}

type Settled = { result: ActionResult; thrown: null } | { result: null; thrown: ApiError };

async function settle(run: () => Promise<ActionResult>): Promise<Settled> {
  try {
    return { result: await run(), thrown: null };
  } catch (thrown) {
    return { result: null, thrown: toApiError(thrown) };
  }
}

function fieldsOf(body: ErrorBody): Record<string, string> {
  return (body.error === 'invalid_request' ? body.fields : undefined) ?? {};
}

function logAction(
  log: Log,
  route: string,
  requestId: string,
  ms: number,
  { result, thrown }: Settled,
): void {
  const line = { requestId, route, method: 'POST', ms };
  if (thrown !== null) {
    if (thrown.status >= 500) {
      log.fault({ requestId, route, ...formatFault(thrown) });
    }
    log.request({ ...line, status: thrown.status, error: thrown.code });
  } else {
    log.request({ ...line, status: result.redirectTo === undefined ? 200 : 303 });
  }
}
