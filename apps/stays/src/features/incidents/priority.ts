/** From what can wait to what cannot. Apart from the schemas: the sheet needs these, and not the whole of zod. */
export const incidentPriorities = ['low', 'medium', 'high', 'urgent'] as const;

export type IncidentPriority = (typeof incidentPriorities)[number];
