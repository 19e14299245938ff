import { propertyTypes } from '@gudbro/domain';
import { z } from 'zod';

/** The roles, each allowed what those before it are. The same order as `member_role` in SQL. */
export const memberRoles = ['housekeeper', 'staff', 'manager', 'owner'] as const;

export type MemberRole = (typeof memberRoles)[number];

const placeSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  type: z.enum(propertyTypes),
  timezone: z.string(),
  country: z.string(),
  currency: z.string(),
  shortCode: z.string(),
  defaultLocale: z.string(),
  isActive: z.boolean(),
  role: z.enum(memberRoles),
  seesDocuments: z.boolean(),
  seesMoney: z.boolean(),
});

/** A place at which the signed-in person works, and what they may do there. */
export type Place = z.infer<typeof placeSchema>;

/** The places at which an account works, by name. */
export const ownPlacesSchema = z
  .array(placeSchema)
  .transform((places) => places.toSorted((a, b) => a.name.localeCompare(b.name)));
