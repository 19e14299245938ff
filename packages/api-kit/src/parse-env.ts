import type { z } from 'zod';

/** Thrown at start. Its message names the variables and what is wrong with them, never a value: it may be a secret. */
export class EnvError extends Error {
  readonly variables: readonly string[];

  constructor(problems: readonly { variable: string; problem: string }[]) {
    super(
      `The environment is not complete: ${problems.map((p) => `${p.variable} ${p.problem}`).join('; ')}.`,
    );
    this.name = 'EnvError';
    this.variables = problems.map((p) => p.variable);
  }
}

/** Reads settings from the environment by a schema. Throws an EnvError that names every missing or wrong variable. */
export function parseEnv<T>(schema: z.ZodType<T>, source: Record<string, string | undefined>): T {
  // An empty variable counts as missing.
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (result.success) {
    return result.data;
  }
  throw new EnvError(
    result.error.issues.map((issue) => {
      const variable = String(issue.path[0] ?? 'environment');
      return { variable, problem: variable in given ? `is wrong (${issue.message})` : 'is missing' };
    }),
  );
}
