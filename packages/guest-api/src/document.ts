import { documentFields, documentTypes, sexes } from '@gudbro/domain';
import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);
const day = z.iso.date().regex(/^(1[89]|2[01])/, 'not a day of a document');
/** ISO 3166, two letters. */
const country = z.string().regex(/^[A-Z]{2}$/);

/** What a document says, as its guest has confirmed it. */
export const documentFieldsSchema = z.object({
  surname: text(100).optional(),
  givenNames: text(100).optional(),
  sex: z.enum(sexes).optional(),
  birthDate: day.optional(),
  nationality: country.optional(),
  issuingState: country.optional(),
  documentNumber: text(40).optional(),
  expiryDate: day.optional(),
  visaType: text(60).optional(),
  visaExpiryDate: day.optional(),
} satisfies Record<(typeof documentFields)[number], z.ZodType>);

export type DocumentFields = z.infer<typeof documentFieldsSchema>;

/** A form has texts alone. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);

export const documentInputSchema = z
  .strictObject({
    documentType: z.enum(documentTypes),
    ...documentFieldsSchema.shape,
    /** Whose it is: one of the people of the booking. Without it, of the guest who booked. */
    personId: z.uuid().optional(),
    /** Or somebody who is not among them yet. */
    personName: text(200).optional(),
    personIsChild: flag.optional(),
    /** That of the policy which the guest has read. */
    consentVersion: text(40),
  })
  .refine(
    ({ personId, personName }) => personId === undefined || personName === undefined,
    'names one person twice',
  );

export type DocumentInput = z.infer<typeof documentInputSchema>;

const documentRules = ['law', 'verified', 'rejected', 'days_after_departure', 'stay_cancelled'] as const;

/** A document as its guest sees it. What it says is not read again. */
export const documentSchema = z.object({
  id: z.string(),
  documentType: z.enum(documentTypes),
  status: z.enum(['pending', 'verified', 'rejected']),
  personId: z.string().nullable(),
  hasPicture: z.boolean(),
  fieldNames: z.array(z.enum(documentFields)),
  rejectionReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** When the picture and the fields will be gone, each with the rule that says so. */
  pictureUntil: z.iso.datetime().nullable(),
  pictureRule: z.enum(documentRules).nullable(),
  pictureErasedAt: z.iso.datetime().nullable(),
  fieldsUntil: z.iso.datetime(),
  fieldsRule: z.enum(documentRules),
  erasureAskedAt: z.iso.datetime().nullable(),
  /** Nothing of it is erased for now, for example while the police ask for it. */
  isHeld: z.boolean(),
  /** Who of the team looked at it, the last first. */
  views: z.array(z.object({ by: z.string(), at: z.iso.datetime() })),
});

export type GuestDocument = z.infer<typeof documentSchema>;

/** What the place asks for, by its own choice and its country's law. */
export const documentPolicySchema = z.object({
  mode: z.enum(['off', 'fields_only', 'image']),
  country: z.string(),
  fields: z.array(z.enum(documentFields)),
  /** Of these, which are for the guest who booked alone. */
  leadFields: z.array(z.enum(documentFields)),
  daysAfterDeparture: z.int(),
  /** How many months the law wants a picture, and the fields from when on. Null: it does not. */
  imageMonths: z.int().nullable(),
  fieldsMonths: z.int().nullable(),
  fieldsAfter: z.enum(['arrival', 'departure', 'recording']).nullable(),
  mustBeSeen: z.boolean(),
  /** Changes with everything that a guest agrees to. */
  consentVersion: z.string(),
  place: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  canAdd: z.boolean(),
});

export type DocumentPolicy = z.infer<typeof documentPolicySchema>;

export const documentResponseSchema = z.object({ document: documentSchema });

export const documentsResponseSchema = z.object({
  policy: documentPolicySchema,
  people: z.array(z.object({ id: z.string(), name: z.string(), isChild: z.boolean() })),
  documents: z.array(documentSchema),
});

export const visaStatusSchema = z.object({
  visa: z
    .object({
      expiryDate: z.iso.date(),
      /** By the calendar of the place. Below zero: it has ended. */
      daysRemaining: z.int(),
      endsBeforeCheckOut: z.boolean(),
      personId: z.string().nullable(),
    })
    .nullable(),
});
