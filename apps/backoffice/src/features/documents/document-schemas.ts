import { documentFields, documentTypes, type Locale, localeNames } from '@gudbro/domain';
import { z } from 'zod';

export const documentStatuses = ['pending', 'verified', 'rejected'] as const;

export type DocumentStatus = (typeof documentStatuses)[number];

/** Why a part of a document is kept as long as it is. */
const rules = ['law', 'verified', 'rejected', 'days_after_departure', 'stay_cancelled'] as const;

/** Besides these, why a picture is gone. */
const erasureRules = [...rules, 'erased_by_desk', 'erased_for_guest', 'object_lost'] as const;

const instant = z.string();

const localesOfGuests = Object.keys(localeNames) as Locale[]; // its keys are all there are

/** A document as the desk's lists have it: never what it says. */
export const documentSchema = z.object({
  id: z.uuid(),
  bookingId: z.uuid(),
  bookingCode: z.string(),
  documentType: z.enum(documentTypes),
  status: z.enum(documentStatuses),
  name: z.string(),
  /** Null: of the guest who booked. */
  personId: z.string().nullable(),
  isChild: z.boolean(),
  room: z.string().nullable(),
  checkIn: z.iso.date(),
  checkOut: z.iso.date(),
  stayStatus: z.string(),
  pages: z.int(),
  fieldNames: z.array(z.enum(documentFields)),
  nationality: z.string().nullable(),
  visaType: z.string().nullable(),
  visaExpiryDate: z.iso.date().nullable(),
  createdAt: instant,
  /** The one that a review sends back. */
  version: z.string(),
  rejectionReason: z.string().nullable(),
  /** Which fields the reviewer said agree. */
  confirmedFields: z.array(z.enum(documentFields)),
  reviewedAt: instant.nullable(),
  reviewedBy: z.string().nullable(),
  seenAt: instant.nullable(),
  seenBy: z.string().nullable(),
  imageUntil: instant.nullable(),
  imageRule: z.enum(rules).nullable(),
  imageErasedAt: instant.nullable(),
  /** Null where the database does not say it. */
  imageErasedRule: z.enum(erasureRules).nullish().catch(null),
  fieldsUntil: instant,
  fieldsRule: z.enum(rules),
  erasureAskedAt: instant.nullable(),
  holdReason: z.string().nullable(),
  sameNumber: z.array(z.object({ id: z.uuid(), bookingId: z.uuid(), name: z.string() })),
});

export type ListedDocument = z.infer<typeof documentSchema>;

/** The key of a place, wrapped, as `openPlaceKey` takes it. */
export const placeKeySchema = z.object({ version: z.int(), wrappedKey: z.string(), masterKeyId: z.string() });

/** One document with what opens it. */
export const openedSchema = documentSchema.extend({
  sealedFields: z.string().nullable(),
  fieldsKey: z.string().nullable(),
  key: placeKeySchema,
  /** One for each page of the picture. None where it is gone, or past its time. */
  grants: z.array(z.uuid()),
  views: z.array(z.object({ by: z.string(), at: instant })),
  /** In which language its guest read what they agreed to. */
  guestLocale: z.enum(localesOfGuests).catch('en'),
});

export type OpenedDocument = z.infer<typeof openedSchema>;

/** A visa that ends soon, or before its guest leaves. */
export const endingVisaSchema = documentSchema.extend({ daysLeft: z.int(), isShort: z.boolean() });

export type EndingVisa = z.infer<typeof endingVisaSchema>;
