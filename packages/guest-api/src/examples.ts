import type { z } from 'zod';
import type { contract } from './contract.ts';

type Contract = typeof contract;

/** A response of each route, for the OpenAPI document. A field that gets another name breaks the build here. */
type Examples = {
  [Name in Exclude<keyof Contract, 'readOpenApi'>]: z.output<Contract[Name]['output']>;
};

const token = 'eyJhbGciOiJFZERTQSJ9.eyJhY2Nlc3NUaWVyIjoiYnJvd3NlIn0.c2lnbmF0dXJl';

const property: Examples['scanRoom']['property'] = {
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

const wifi: Examples['scanRoom']['wifi'] = {
  hidden: false,
  primary: { network: 'Sunset Guests', password: 'sunset;river:88', label: 'Sunset Hotel' },
  zones: [],
};

const order: Examples['readOrder']['order'] = {
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

const documentPolicy: Examples['listDocuments']['policy'] = {
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

const document: Examples['addDocument']['document'] = {
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

const incident: Examples['reportIncident']['incident'] = {
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

const verified: Examples['verifyRoom'] = {
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

export const examples: Examples = {
  recogniseCode: { kind: 'booking', asks: 'last_name' },
  scanRoom: {
    token,
    expiresAt: '2026-12-06T15:16:34.000Z',
    room: {
      id: 'e648b639-2230-4c1f-9a68-7899aeb6eaa2',
      code: 'RM-SUNSET22',
      number: '203',
      type: '',
      floor: null,
    },
    property,
    wifi,
    booking: {
      hasActiveBooking: true,
      code: null,
      bed: null,
      guestFirstName: null,
      checkIn: null,
      checkOut: null,
      nights: null,
      status: null,
      guestCount: null,
    },
    accessSettings: {
      browseRequiresVerification: false,
      orderRequiresVerification: true,
      verificationMethod: 'last_name',
    },
  },
  verifyRoom: verified,
  openGuestSession: {
    token,
    expiresAt: '2026-12-29T09:37:05.000Z',
    accessTier: 'full',
    booking: null,
    room: {
      id: '76a0012d-3df9-409e-9c2f-c64665b2415c',
      code: 'RM-SUNSET22',
      number: '204',
      type: 'Garden twin',
      floor: '2',
    },
    property,
  },
  listPhones: {
    phones: [
      {
        id: '9a4eec3c-f802-4449-8f52-f034c5ad03c3',
        label: 'iPhone, Safari',
        firstSeenAt: '2026-11-29T15:16:35Z',
        lastSeenAt: '2026-11-29T15:16:35Z',
        isThisPhone: true,
      },
    ],
  },
  signOutPhone: { signedOut: true },
  readSession: {
    accessTier: 'full',
    expiresAt: '2026-11-30T15:16:35.000Z',
    propertyId: '8cb28901-243f-4afd-ae64-9cc972fbfd99',
    roomId: '9cde52c0-045d-451c-9acb-11b3c1dae6aa',
    roomCode: 'RM-SUNSET22',
    state: 'live',
    roomWait: null,
    version: 'live 1795965395.140000',
    bookingCode: 'BK-GUEST2',
    sessionId: null,
  },
  signOut: { signedOut: true },
  verifyBooking: verified,
  listDeals: {
    deals: [
      {
        id: 'a23b5db4-bb9a-4a55-90c7-c662548b28d1',
        partner: 'River Kitchen',
        title: 'Dinner by the bridge',
        description: 'Show your room key before you order. Drinks are not included.',
        discount: '15%',
        validUntil: '2027-01-18',
        link: 'https://example.com/river-kitchen',
      },
    ],
  },
  readCatalogue: {
    currency: 'VND',
    categories: [
      {
        id: 'a62d8beb-428a-4487-ba87-305622ef63de',
        name: 'Breakfast',
        description: 'On the roof terrace, or on a tray at your door.',
        icon: 'breakfast',
        items: [
          {
            id: '06cf9753-7c3b-4bdb-8e8c-93c8027203cb',
            name: 'Beef phở',
            description: 'Rice noodles in a broth that simmered overnight, herbs on the side.',
            priceMinor: 75000,
            soldOut: false,
            soldOutUntil: null,
            availableNow: false,
            availableFrom: '06:30',
            availableTo: '10:00',
            maxQuantity: 6,
            image: null,
          },
        ],
      },
    ],
  },
  readStayProperty: { property },
  listUsefulNumbers: { numbers: [{ category: 'Emergency', label: 'Police', phone: '113' }] },
  listOrders: { orders: [order] },
  placeOrder: { order },
  readOrder: { order },
  cancelOrder: { order: { ...order, status: 'cancelled' } },
  listIncidents: {
    incidents: [incident],
    areas: [{ id: '8eff83e7-e01a-46ff-a4cd-a184058bd792', name: 'Room' }],
  },
  reportIncident: { incident: { ...incident, updates: [] } },
  replyToIncident: { incident: incident },
  listDocuments: { policy: documentPolicy, people: [], documents: [document] },
  addDocument: { document },
  removeDocument: { removed: true },
  askForErasure: { document: { ...document, erasureAskedAt: '2026-11-30T09:00:00Z' } },
  readVisaStatus: {
    visa: { expiryDate: '2026-12-20', daysRemaining: 21, endsBeforeCheckOut: false, personId: null },
  },
  readProperty: {
    property,
    pictures: [{ path: '/demo/sunset-hotel.svg', alt: '' }],
    today: '2026-11-29',
    isListed: true,
    country: 'VN',
    locales: ['de'],
    rooms: [
      {
        roomType: 'River view double',
        description: 'A double bed by the window, with the river below and the bridge lit up at night.',
        images: ['/demo/river-view-double.svg'],
        pictures: [{ path: '/demo/river-view-double.svg', alt: '' }],
        capacity: 2,
        beds: 0,
        fromMinor: 1200000,
        minimumNights: 1,
      },
    ],
  },
  findAvailability: {
    currency: 'VND',
    options: [
      {
        offerId: 'b02cc663-0fb0-436e-8726-d29f62e06783',
        roomType: 'River view double',
        beds: null,
        capacity: 2,
        price: {
          totalMinor: 2400000,
          nights: [{ night: '2026-12-09', priceMinor: 1200000, isWeekend: false, season: null }],
        },
      },
    ],
    longerOnly: [],
  },
  requestBooking: { bookingCode: 'BK-GUEST2', status: 'pending', totalMinor: null },
  checkReady: { status: 'ready' },
  checkHealth: { status: 'ok' },
  readPublicKeys: {
    keys: [
      {
        kty: 'OKP',
        crv: 'Ed25519',
        x: 'XRa2QON7zemifYoeokFK9fFfn-WezVwcIXLnLM1UDO4',
        kid: 'test',
        alg: 'EdDSA',
        use: 'sig',
      },
    ],
  },
};
