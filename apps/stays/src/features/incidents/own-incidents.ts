import type { QueryClient } from '@tanstack/react-query';
import { fastestPollingMs, nextPollingDelay } from '../actions/polling-interval';
import type { Area, Incident } from './incident';

export type OwnIncidents = { incidents: Incident[]; areas: Area[]; pollMs: number };

export const incidentsKey = (code: string) => ['incidents', code] as const;

/** A response with the delay until the next poll, which is short after a change. */
export function toOwnIncidents(
  client: QueryClient,
  code: string,
  response: Omit<OwnIncidents, 'pollMs'>,
): OwnIncidents {
  const before = client.getQueryData<OwnIncidents | null>(incidentsKey(code));
  const hasChanged = !before || fingerprintOf(before.incidents) !== fingerprintOf(response.incidents);
  return {
    ...response,
    pollMs: nextPollingDelay({ delayMs: before?.pollMs ?? fastestPollingMs, hasChanged }),
  };
}

/** Writes a report that was just sent or replied to into the cached list, ahead of the next poll. */
export function cacheIncident(client: QueryClient, code: string, incident: Incident): void {
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

function fingerprintOf(incidents: readonly Incident[]): string {
  return incidents.map(({ id, status, updates }) => `${id} ${status} ${updates.length}`).join();
}
