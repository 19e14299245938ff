import { z } from 'zod';
import { incidentPriorities } from './priority.ts';
import { translatedShape } from './translated-shape.ts';

const incidentStatuses = ['open', 'in_progress', 'resolved', 'closed'] as const;

const areaSchema = z.object({ id: z.string(), name: z.string(), ...translatedShape });

export type Area = z.infer<typeof areaSchema>;

export const incidentSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  priority: z.enum(incidentPriorities),
  status: z.enum(incidentStatuses),
  photoCount: z.int(),
  area: areaSchema.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  updates: z.array(
    z.object({
      id: z.string(),
      from: z.enum(['guest', 'desk']),
      message: z.string(),
      status: z.enum(incidentStatuses).nullable(),
      createdAt: z.iso.datetime(),
    }),
  ),
});

export type Incident = z.infer<typeof incidentSchema>;

export const incidentInputSchema = z.strictObject({
  title: z.string().trim().min(1).max(120),
  description: z.string().trim().max(2000).default(''),
  priority: z.enum(incidentPriorities),
  areaId: z.uuid().optional(),
});

export type IncidentInput = z.infer<typeof incidentInputSchema>;

export const incidentResponseSchema = z.object({ incident: incidentSchema });

export const incidentsResponseSchema = z.object({
  incidents: z.array(incidentSchema),
  areas: z.array(areaSchema),
});

export const replyInputSchema = z.strictObject({ message: z.string().trim().min(1).max(2000) });
