import type { z } from 'zod';

/** Thrown at boot. Names the variables and what is wrong with them; their values may be secrets and stay out. */
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

/** Reads settings from the environment by a schema, or says which variables are missing or wrong. */
export function parseEnv<T>(schema: z.ZodType<T>, source: Record<string, string | undefined>): T {
  // A variable set to nothing is a variable that was not set.
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
