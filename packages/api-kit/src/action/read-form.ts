import type { z } from 'zod';
import { ApiError } from '../errors/api-error.ts';

// React adds these fields, so that a form finds its action without a script.
const reactField = /^\$ACTION_/;

/** The values by name. A name that is sent twice has an array, and a file stays a file: the schema accepts or refuses it. */
export function readForm(form: FormData): Record<string, unknown> {
  const names = new Set([...form.keys()].filter((name) => !reactField.test(name)));
  return Object.fromEntries([...names].map((name) => [name, readValue(form, name)]));
}

function readValue(form: FormData, name: string): unknown {
  const values = form.getAll(name);
  return values.length === 1 ? values[0] : values;
}

/** Those of the named fields that are text. */
export function pickTextFields(
  values: Record<string, unknown>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
}

/** Parses the fields, or throws `invalid_request` with the first issue of each field. */
export function parseForm<Input>(schema: z.ZodType<Input>, values: Record<string, unknown>): Input {
  const result = schema.safeParse(values);
  if (result.success) {
    return result.data;
  }
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? 'form');
    fields[name] ??= issue.message;
  }
  throw new ApiError('invalid_request', { fields });
}
