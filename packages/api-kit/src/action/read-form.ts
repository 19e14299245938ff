import type { z } from 'zod';
import { ApiError } from '../errors/api-error.ts';

// React's, by which a form finds its action before its script does.
const reactField = /^\$ACTION_/;

/** One value by name; a name that comes twice, or with a file, is for the schema to take or refuse. */
export function readForm(form: FormData): Record<string, unknown> {
  const names = new Set([...form.keys()].filter((name) => !reactField.test(name)));
  return Object.fromEntries([...names].map((name) => [name, readValue(form, name)]));
}

function readValue(form: FormData, name: string): unknown {
  const values = form.getAll(name);
  return values.length === 1 ? values[0] : values;
}

/** The fields a form may show again after it was refused, where they are plain text. */
export function keepValues(
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
