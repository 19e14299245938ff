import { z } from 'zod';

/** A phone on the guest's stay, as the list shows it. */
const stayPhoneSchema = z.object({
  id: z.uuid(),
  /** Device and browser. Empty where they are not known. */
  label: z.string(),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  isThisPhone: z.boolean(),
});

export type StayPhone = z.infer<typeof stayPhoneSchema>;

/** The phone of the request comes first, then those that were seen last. */
export const phonesResponseSchema = z.object({ phones: z.array(stayPhoneSchema) });

export type PhonesResponse = z.infer<typeof phonesResponseSchema>;
