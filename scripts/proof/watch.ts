import type { SeededStay } from './seed-stays.ts';
import type { Outcome, ServerResponse } from './send-request.ts';

/** Counts what happens, and collects violations. */
export type Watch = {
  count: (what: string) => void;
  violate: (what: string) => void;
  /** Checks an outcome by the rules that hold for every request of a guest. */
  inspect: (outcome: Outcome, about: { request: string; stay: SeededStay }) => void;
  /** Whether something is broken on purpose: then the database may be unavailable. */
  setFaulty: (isFaulty: boolean) => void;
  readonly violations: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
};

const canaries = /Canary\d{5}/g;
const codes = /\b(?:BK-[A-HJ-NP-Z2-9]{6}|RM-[A-HJ-NP-Z2-9]{8})\b/g;
/** After a fault, requests that began during it may still end. */
const settlingMs = 10_000;

export function createWatch({
  clock = () => performance.now(),
  onViolation,
}: {
  clock?: () => number;
  /** Called at once, since a run may be stopped before its end. */
  onViolation: (violation: string) => void;
}): Watch {
  const counts = new Map<string, number>();
  const violations: string[] = [];
  const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);
  const violate = (what: string) => {
    count('violations');
    violations.push(what);
    onViolation(what);
  };
  let faultyUntil = Number.NEGATIVE_INFINITY;
  return {
    count,
    violate,
    violations,
    counts,
    setFaulty: (isFaulty) => {
      faultyUntil = isFaulty ? Number.POSITIVE_INFINITY : clock() + settlingMs;
    },
    inspect: (outcome, { request, stay }) => {
      if (outcome.kind !== 'response') {
        count(outcome.kind === 'cut' ? 'cut connections' : 'hangs');
        if (outcome.kind === 'hang') {
          violate(`${request}: no response in time`);
        }
        return;
      }
      count(`${outcome.status}`);
      for (const problem of [
        ...findStatusProblems(outcome, clock() < faultyUntil),
        ...findForeignData(outcome.text, stay),
      ]) {
        violate(`${request}: ${problem}`);
      }
    },
  };
}

/** What is wrong with a status: a fault of ours, or 503 without what the API promises with it. */
export function findStatusProblems({ status, headers, text }: ServerResponse, isFaulty: boolean): string[] {
  if (status < 500) {
    return [];
  }
  if (status !== 503) {
    return [`status ${status} ${text.slice(0, 200)}`];
  }
  return [
    ...(isFaulty ? [] : ['status 503 although nothing is broken']),
    ...(/^[1-9]\d*$/.test(headers['retry-after'] ?? '') ? [] : ['status 503 without Retry-After']),
    ...(isPage(headers) || /"error":\s*"unavailable"/.test(text) ? [] : [`status 503 ${text.slice(0, 200)}`]),
  ];
}

function isPage(headers: ServerResponse['headers']): boolean {
  return headers['content-type']?.startsWith('text/html') ?? false;
}

/** Names and codes in a response that belong to another guest. */
export function findForeignData(text: string, stay: SeededStay): string[] {
  const own = new Set([stay.canary, stay.roomCode, stay.bookingCode]);
  const found = [...(text.match(canaries) ?? []), ...(text.match(codes) ?? [])];
  return [...new Set(found)]
    .filter((each) => !own.has(each))
    .map((each) => `contains ${each} of another guest`);
}
