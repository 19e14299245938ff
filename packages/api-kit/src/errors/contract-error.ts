import type { z } from 'zod';

/**
 * A part of ours said something other than what was agreed. Its message goes into the log, so it names fields and rules
 * and never a value.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/** What does not fit, from the issues of a schema. Their messages may quote values; their paths and codes do not. */
export function toContractError(what: string, { issues }: z.core.$ZodError): ContractError {
  const places = issues.map(({ path, code }) => `${path.join('.') || 'all of it'} (${code})`);
  return new ContractError(`${what} does not fit: ${places.join(', ')}`);
}
