import type { ApiOutput } from '@gudbro/guest-api/api-types';
import type { Incident } from '@gudbro/guest-api/incident';
import type { QueryClient } from '@tanstack/react-query';

export type OwnIncidents = ApiOutput<'GET /api/stay/[code]/incidents'>;

export const incidentsKey = (code: string) => ['incidents', code] as const;

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
    return { ...before, incidents };
  });
}
