import type { z } from 'zod';
import type { ApiError } from '../errors/api-error.ts';
import { toApiError } from '../errors/to-api-error.ts';
import { describeFault, type Log } from '../request-log.ts';
import { currentRequest } from '../server/request-facts.ts';
import type { ActionReply, FormState } from './form-state.ts';
import { type FieldIssues, keepValues, parseForm, readForm } from './read-form.ts';

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

export type FormAction<Refusal extends string> = (
  previous: FormState<Refusal>,
  form: FormData,
) => Promise<FormState<Refusal>>;

type Settled<Refusal extends string> = {
  reply: ActionReply<Refusal | ApiError['code']>;
  fault: ApiError | null;
};

/**
 * Makes `defineAction`, the only way a server action comes to be. Steps, in this order: request facts, parse, handler,
 * error mapping, log, redirect. The origin is checked before any of them by Next itself: it runs no action whose `Origin`
 * names another host, `null` included, and it caps the body. An action of a signed-in person asks the database as that
 * person, so who may do what is decided there.
 */
export function createActionKit(readOptions: () => ActionKitOptions) {
  return function defineAction<Input, Refusal extends string = never>(
    definition: ActionDefinition<Input>,
    handler: (context: ActionContext<Input>) => Promise<ActionReply<Refusal>>,
  ): FormAction<Refusal> {
    return async (_previous, form) => {
      const { log, clock, redirect } = readOptions();
      const { requestId } = currentRequest();
      const startedAt = clock().getTime();
      const values = readForm(form);
      const settled = await settle<Refusal>(async () =>
        handler({ input: parseForm(definition.input, values), requestId }),
      );
      logAction(log, definition.action, requestId, clock().getTime() - startedAt, settled);
      const { reply, fault } = settled;
      if (!reply.ok) {
        return {
          ok: false,
          error: reply.error,
          fields: readFields(fault),
          values: keepValues(values, definition.keep ?? []),
        };
      }
      return reply.redirectTo === undefined ? { ok: true } : redirect(reply.redirectTo);
    };
  };
}

async function settle<Refusal extends string>(
  run: () => Promise<ActionReply<Refusal>>,
): Promise<Settled<Refusal>> {
  try {
    return { reply: await run(), fault: null };
  } catch (thrown) {
    const fault = toApiError(thrown);
    return { reply: { ok: false, error: fault.code }, fault };
  }
}

function logAction(log: Log, route: string, requestId: string, ms: number, settled: Settled<string>): void {
  const { reply, fault } = settled;
  if (fault !== null && fault.status >= 500) {
    log.fault({ requestId, route, ...describeFault(fault) });
  }
  const status = fault?.status ?? (reply.ok && reply.redirectTo !== undefined ? 303 : 200);
  log.request({ requestId, route, method: 'POST', status, ms, ...(reply.ok ? {} : { error: reply.error }) });
}

function readFields(fault: ApiError | null): FieldIssues {
  const fields = fault?.more['fields'];
  return typeof fields === 'object' && fields !== null ? (fields as FieldIssues) : {}; // put there by parseForm alone
}
