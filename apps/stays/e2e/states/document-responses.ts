import { documentFields } from '@gudbro/domain';

const hourMs = 3_600_000;

const instant = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();

const policy = {
  mode: 'fields_only',
  country: 'VN',
  fields: documentFields,
  leadFields: [],
  daysAfterDeparture: 15,
  imageMonths: null as number | null,
  fieldsMonths: null as number | null,
  fieldsAfter: null as string | null,
  mustBeSeen: false,
  consentVersion: '1.5f2c7a90',
  place: 'Sunset Hotel',
  email: 'hello@sunset-hotel.example',
  phone: '+84 236 555 0118',
  canAdd: true,
};

const tom = '00000000-0000-4000-8000-0000000000a1';

const document = {
  id: '00000000-0000-4000-8000-000000000000',
  documentType: 'passport',
  status: 'pending',
  personId: null as string | null,
  hasPicture: false,
  fieldNames: documentFields,
  rejectionReason: null as string | null,
  createdAt: instant(-2),
  pictureUntil: null as string | null,
  pictureRule: null as string | null,
  pictureErasedAt: null as string | null,
  fieldsUntil: instant(24 * 19),
  fieldsRule: 'days_after_departure',
  erasureAskedAt: null as string | null,
  isHeld: false,
  views: [] as { by: string; at: string }[],
};

export const views = [
  { by: 'Minh Anh', at: instant(-1) },
  { by: '', at: instant(-1.5) },
];

/** One document of each status, and one that is held. */
export const documentsOfEachStatus = [
  { pictureUntil: instant(24 * 19), pictureRule: 'days_after_departure', hasPicture: true },
  {
    status: 'verified',
    documentType: 'id_card',
    pictureErasedAt: instant(-1),
    fieldsRule: 'law',
    personId: tom,
    views,
  },
  {
    status: 'rejected',
    documentType: 'driving_licence',
    rejectionReason: 'The lower half is too dark to read. Please take it again by daylight.',
    pictureUntil: instant(0.1),
    pictureRule: 'rejected',
    hasPicture: true,
    views,
  },
  { status: 'verified', documentType: 'visa', erasureAskedAt: instant(-1) },
  { documentType: 'other', isHeld: true },
];

/** What the server responds with: these documents, with what the place asks for. */
export function makeDocuments(documents: Partial<typeof document>[], changes: Partial<typeof policy> = {}) {
  return {
    policy: { ...policy, ...changes },
    people: [{ id: tom, name: 'Maximilian Benedikt von Hohenfels-Johnson', isChild: true }],
    documents: documents.map((own, index) => ({
      ...document,
      id: `00000000-0000-4000-8000-00000000000${index}`,
      ...own,
    })),
  };
}

export function makeVisa(daysRemaining: number, endsBeforeCheckOut: boolean) {
  const expiryDate = instant(daysRemaining * 24).slice(0, 10);
  return { visa: { expiryDate, daysRemaining, endsBeforeCheckOut, personId: tom } };
}
