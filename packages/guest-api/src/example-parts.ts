import type { z } from 'zod';
import type { contract } from './contract.ts';

type Contract = typeof contract;

/** A response of each route, for the OpenAPI document. A field that gets another name breaks the build here. */
export type Examples = {
  [Name in Exclude<keyof Contract, 'readOpenApi'>]: z.output<Contract[Name]['output']>;
};

/** What the responses are made of. */

export const token = 'eyJhbGciOiJFZERTQSJ9.eyJhY2Nlc3NUaWVyIjoiYnJvd3NlIn0.c2lnbmF0dXJl';

export const property: Examples['scanRoom']['property'] = {
  id: '8cb28901-243f-4afd-ae64-9cc972fbfd99',
  name: 'Sunset Hotel',
  slug: 'sunset-hotel',
  type: 'hotel',
  description: 'Quiet rooms two streets from the river, with a roof terrace that earns the name.',
  address: '18 Bạch Đằng, Hải Châu, Đà Nẵng',
  contactPhone: '+84 236 555 0118',
  contactWhatsapp: '+84905550118',
  contactEmail: 'hello@sunset-hotel.example',
  checkinTime: '14:00',
  checkoutTime: '12:00',
  timezone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  defaultLocale: 'en',
  houseRules: ['Quiet hours are from 22:00 to 7:00.'],
  amenities: ['Roof terrace'],
  images: ['/demo/sunset-hotel.svg'],
  ordersArriveMinutes: 30,
  ordersPaid: 'room_bill',
  hasLinkedFnb: true,
  linkedFnbSlug: 'sunset-rooftop',
};

export const wifi: Examples['scanRoom']['wifi'] = {
  hidden: false,
  primary: { network: 'Sunset Guests', password: 'sunset;river:88', label: 'Sunset Hotel' },
  zones: [],
};

export const order: Examples['readOrder']['order'] = {
  id: '49d9fb1a-c5e8-4391-b5b3-972d905d3fdc',
  number: 8,
  status: 'pending',
  totalMinor: 30000,
  currency: 'VND',
  notes: '',
  wantedAt: null,
  roomNumber: '203',
  bed: null,
  rejectReason: null,
  createdAt: '2026-11-29T15:16:35Z',
  updatedAt: '2026-11-29T15:16:35Z',
  items: [
    {
      itemId: '4ed64e6a-a821-4eb5-a2e0-3619d1bd9a71',
      name: 'Local lager',
      quantity: 1,
      unitPriceMinor: 30000,
      totalMinor: 30000,
    },
  ],
};

export const documentPolicy: Examples['listDocuments']['policy'] = {
  mode: 'fields_only',
  country: 'VN',
  fields: ['surname', 'givenNames', 'nationality', 'documentNumber', 'visaType', 'visaExpiryDate'],
  leadFields: [],
  daysAfterDeparture: 15,
  imageMonths: null,
  fieldsMonths: null,
  fieldsAfter: null,
  mustBeSeen: false,
  consentVersion: '1.5f2c7a90',
  place: 'Sunset Hotel',
  email: 'hello@sunset-hotel.example',
  phone: '+84 236 555 0118',
  canAdd: true,
};

export const document: Examples['addDocument']['document'] = {
  id: 'a3f1d3a5-8f4c-4be6-b1bd-5ab1f3f2c0de',
  documentType: 'passport',
  status: 'pending',
  personId: null,
  hasPicture: false,
  fieldNames: ['surname', 'givenNames', 'nationality', 'documentNumber'],
  rejectionReason: null,
  createdAt: '2026-11-29T15:20:00Z',
  pictureUntil: null,
  pictureRule: null,
  pictureErasedAt: null,
  fieldsUntil: '2026-12-17T17:00:00Z',
  fieldsRule: 'days_after_departure',
  erasureAskedAt: null,
  isHeld: false,
  views: [],
};

export const incident: Examples['reportIncident']['incident'] = {
  id: 'cce9fa34-2cf1-4fa0-ad6d-56a1c7705e12',
  title: 'Cold shower',
  description: '',
  priority: 'medium',
  status: 'open',
  photoCount: 0,
  area: null,
  createdAt: '2026-11-29T15:16:35Z',
  updatedAt: '2026-11-29T15:16:35Z',
  updates: [
    {
      id: 'a2304db6-f14a-4c88-8029-9460ca1868a2',
      from: 'guest',
      message: 'Still cold.',
      status: null,
      createdAt: '2026-11-29T15:16:35Z',
    },
  ],
};

export const verified: Examples['verifyRoom'] = {
  token,
  expiresAt: '2026-12-02T17:00:00.000Z',
  accessTier: 'full',
  booking: {
    code: 'BK-GUEST2',
    bed: null,
    guestFirstName: 'Ana',
    checkIn: '2026-11-28',
    checkOut: '2026-12-02',
    nights: 4,
    status: 'checked_in',
    guestCount: 1,
    totalMinor: null,
    currency: null,
  },
  room: {
    id: '95d76a3c-dc60-4991-81f6-e2455c1163ff',
    code: 'RM-SUNSET22',
    number: '203',
    type: '',
    floor: null,
  },
  property,
};
