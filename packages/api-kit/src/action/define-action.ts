import type { z } from 'zod';
import type { ApiError } from '../errors/api-error.ts';
import type { ErrorBody } from '../errors/error-payloads.ts';
import { toApiError } from '../errors/to-api-error.ts';
import { describeFault, type Log } from '../request-log.ts';
import { currentRequest } from '../server/request-facts.ts';
import type { ActionReply, FormState } from './form-state.ts';
import { keepValues, parseForm, readForm } from './read-form.ts';

export type ActionDefinition<Input> = {
  /** For the log: `session/sign-in`. */
  action: string;
  /** Strict, so that unknown fields are refused. Its messages name what is wrong with a field. */
  input: z.ZodType<Input>;
  /** Fields whose text the form gets back when it is refused. Never a secret. */
  keep?: readonly string[];
};

export type ActionContext<Input> = { input: Input; requestId: string };

export type ActionKitOptions = {
  log: Log;
  clock: () => Date;
  /** Next's own. It throws, so it is called last, outside of what catches. */
  redirect: (path: string) => never;
};

export type FormAction<Own extends string> = (
  previous: FormState<Own>,
  form: FormData,
) => Promise<FormState<Own>>;

/**
 * Makes `defineAction`, the only way a server action comes to be. Steps, in this order: request facts, parse, handler,
 * error mapping, log, redirect. The origin is checked before any of them by Next itself: it runs no action whose `Origin`
 * names another host, `null` included, and it caps the body. An action of a signed-in person asks the database as that
 * person, so who may do what is decided there.
 */
export function createActionKit(readOptions: () => ActionKitOptions) {
  return function defineAction<Input, Own extends string = never>(
    definition: ActionDefinition<Input>,
    handler: (context: ActionContext<Input>) => Promise<ActionReply<Own>>,
  ): FormAction<Own> {
    return async (_previous, form) => {
      const { log, clock, redirect } = readOptions();
      const { requestId } = currentRequest();
      const startedAt = clock().getTime();
      const values = readForm(form);
      const settled = await settle(async () =>
        handler({ input: parseForm(definition.input, values), requestId }),
      );
      logAction(log, definition.action, requestId, clock().getTime() - startedAt, settled);
      const { reply, thrown } = settled;
      const kept = keepValues(values, definition.keep ?? []);
      if (thrown !== null) {
        return { ok: false, ...thrown.body, fields: fieldsOf(thrown.body), values: kept };
      }
      if (!reply.ok) {
        return { ok: false, error: reply.error, fields: {}, values: kept };
      }
      return reply.redirectTo === undefined ? { ok: true } : redirect(reply.redirectTo);
    };
  };
}

type Settled<Own extends string> =
  | { reply: ActionReply<Own>; thrown: null }
  | { reply: null; thrown: ApiError };

async function settle<Own extends string>(run: () => Promise<ActionReply<Own>>): Promise<Settled<Own>> {
  try {
    return { reply: await run(), thrown: null };
  } catch (thrown) {
    return { reply: null, thrown: toApiError(thrown) };
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
  { reply, thrown }: Settled<string>,
): void {
  const line = { requestId, route, method: 'POST', ms };
  if (thrown !== null) {
    if (thrown.status >= 500) {
      log.fault({ requestId, route, ...describeFault(thrown) });
    }
    log.request({ ...line, status: thrown.status, error: thrown.code });
  } else if (reply.ok) {
    log.request({ ...line, status: reply.redirectTo === undefined ? 200 : 303 });
  } else {
    log.request({ ...line, status: 200, error: reply.error });
  }
}
