import type { QueryClient } from '@tanstack/react-query';
import { fastestPollingMs, nextPollingDelay } from '../actions/polling-interval';
import type { Area, Incident } from './incident';

export type OwnIncidents = { incidents: Incident[]; areas: Area[]; pollMs: number };

export const incidentsKey = (code: string) => ['incidents', code] as const;

/** An answer, with the time of the next question: what has changed is asked about again soon. */
export function readAgain(
  client: QueryClient,
  code: string,
  answer: Omit<OwnIncidents, 'pollMs'>,
): OwnIncidents {
  const before = client.getQueryData<OwnIncidents | null>(incidentsKey(code));
  const hasChanged = !before || versionOf(before.incidents) !== versionOf(answer.incidents);
  return { ...answer, pollMs: nextPollingDelay({ delayMs: before?.pollMs ?? fastestPollingMs, hasChanged }) };
}

/** Puts what was just sent or answered in its place, before the next question. */
export function rememberIncident(client: QueryClient, code: string, incident: Incident): void {
  client.setQueryData<OwnIncidents | null>(incidentsKey(code), (before) => {
    if (!before) {
      return before;
    }
    const isKnown = before.incidents.some(({ id }) => id === incident.id);
    const incidents = isKnown
      ? before.incidents.map((known) => (known.id === incident.id ? incident : known))
      : [incident, ...before.incidents];
    return { ...before, incidents, pollMs: fastestPollingMs };
  });
}

function versionOf(incidents: readonly Incident[]): string {
  return incidents.map(({ id, status, updates }) => `${id} ${status} ${updates.length}`).join();
}
