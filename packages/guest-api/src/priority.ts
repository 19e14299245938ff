/** In ascending order. Not in incident.ts: the sheet would load all of zod with it. */
export const incidentPriorities = ['low', 'medium', 'high', 'urgent'] as const;

export type IncidentPriority = (typeof incidentPriorities)[number];
