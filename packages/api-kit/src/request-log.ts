import { ContractError } from './errors/contract-error.ts';

/** The log line of a request. */
export type RequestLine = {
  requestId: string;
  /** The route's pattern, never the address, which may contain a code. */
  route: string;
  method: string;
  status: number;
  ms: number;
  error?: string;
};

/** The log line of a fault: its kind, and the first frames of its stack. */
export type FaultLine = { requestId: string; route: string; fault: string; at: string[] };

/** Where an app writes its log lines. */
export type Log = { request(line: RequestLine): void; fault(line: FaultLine): void };

/** A log of JSON lines. It writes named fields only, so no code, token, name or address can get into it. */
export function createJsonLog(write: (line: string) => void, clock: () => Date): Log {
  const writeLine = (kind: string, fields: object) =>
    write(`${JSON.stringify({ at: clock().toISOString(), kind, ...fields })}\n`);
  return {
    request: ({ requestId, route, method, status, ms, error }) =>
      writeLine('request', {
        requestId,
        route,
        method,
        status,
        ms,
        ...(error === undefined ? {} : { error }),
      }),
    fault: ({ requestId, route, fault, at }) => writeLine('fault', { requestId, route, fault, frames: at }),
  };
}

/**
 * The part of a fault that may be logged: its kind and where it was thrown. Messages are left out, since they may quote a
 * guest; only that of a ContractError contains nothing of one.
 */
export function formatFault(thrown: unknown): { fault: string; at: string[] } {
  const root = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  if (!(root instanceof Error)) {
    return { fault: readCode(root) ?? typeof root, at: [] };
  }
  const frames = (root.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const kind = root instanceof ContractError ? `${root.name}: ${root.message}` : root.name;
  return { fault: readCode(root) ?? kind, at: frames.slice(0, 8).map((line) => line.trim()) };
}

function readCode(value: unknown): string | null {
  const hasCode =
    typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
  // supabase-js gives an empty code where there was no response.
  return hasCode ? `code ${value.code || 'of no response'}` : null;
}
