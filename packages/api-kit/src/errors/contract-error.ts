import type { z } from 'zod';

/**
 * Another part of the product, such as the database, returned something of another form than its schema. The message goes
 * into the log, so it names fields and rules and never a value.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/** A ContractError from the issues of a schema. It takes their paths and codes: their messages may quote values. */
export function toContractError(what: string, { issues }: z.core.$ZodError): ContractError {
  const misfits = issues.map(({ path, code }) => `${path.join('.') || 'all of it'} (${code})`);
  return new ContractError(`${what} does not fit: ${misfits.join(', ')}`);
}
