/** A value that the check function in SQL and the zod schema in TypeScript must both accept or both refuse. */
export interface ShapeCase {
  what: string;
  value: unknown;
  isValid: boolean;
}

const valid = (what: string, value: unknown): ShapeCase => ({ what, value, isValid: true });
const invalid = (what: string, value: unknown): ShapeCase => ({ what, value, isValid: false });

const settings = {
  browse_requires_verification: false,
  wifi_visible_without_booking: true,
  order_requires_verification: true,
  verification_method: 'last_name',
  auto_checkin_on_verify: false,
  readable_room_links: false,
  occupancy_hidden: false,
  documents: 'image',
};
const { documents: _, ...settingsWithoutOne } = settings;

const notObjects: ShapeCase[] = [
  invalid('null', null),
  invalid('a text', 'settings'),
  invalid('a number', 7),
  invalid('a truth', true),
];

export const accessSettingsValues: ShapeCase[] = [
  ...notObjects,
  invalid('a list', []),
  invalid('nothing in it', {}),
  valid('the defaults of a hotel', settings),
  ...['last_name', 'pin', 'room_number'].map((method) =>
    valid(`method ${method}`, { ...settings, verification_method: method }),
  ),
  valid('method none where nothing asks for proof', {
    ...settings,
    verification_method: 'none',
    order_requires_verification: false,
  }),
  ...['off', 'fields_only', 'image'].map((documents) =>
    valid(`documents ${documents}`, { ...settings, documents }),
  ),
  ...Object.keys(settings).flatMap((key) => [
    invalid(`no ${key}`, Object.fromEntries(Object.entries(settings).filter(([name]) => name !== key))),
    invalid(`${key} null`, { ...settings, [key]: null }),
    invalid(`${key} a number`, { ...settings, [key]: 1 }),
    invalid(`${key} in a list`, { ...settings, [key]: [settings[key as keyof typeof settings]] }), // the key is the object's own
  ]),
  invalid('a truth as text', { ...settings, readable_room_links: 'true' }),
  invalid('an unknown method', { ...settings, verification_method: 'passport' }),
  invalid('a method in capitals', { ...settings, verification_method: 'PIN' }),
  invalid('unknown documents', { ...settings, documents: 'all' }),
  invalid('one setting more', { ...settings, colour: 'red' }),
  invalid('one setting instead of another', { ...settingsWithoutOne, colour: 'red' }),
];

const zone = { name: 'Lounge', network: 'Backpack', password: 'bica-tram-28' };
const zoneWith = (changes: Record<string, unknown>) => [{ ...zone, ...changes }];

export const wifiZonesValues: ShapeCase[] = [
  ...notObjects,
  invalid('an object', {}),
  invalid('a zone without its list', zone),
  valid('no zone', []),
  valid('one zone', [zone]),
  valid('an open network', [{ name: 'Terrace', network: 'Open' }]),
  valid('no password, said', zoneWith({ password: null })),
  valid('one primary of two', [
    { ...zone, primary: true },
    { ...zone, primary: false },
  ]),
  invalid('two primary zones', [
    { ...zone, primary: true },
    { ...zone, primary: true },
  ]),
  valid('thirty zones', Array(30).fill(zone)),
  invalid('thirty-one zones', Array(31).fill(zone)),
  valid('a zone in other languages', zoneWith({ translations: { de: { name: 'Aufenthaltsraum' }, vi: {} } })),
  invalid('translations that are null', zoneWith({ translations: null })),
  invalid('a translation that is a number', zoneWith({ translations: { de: { name: 7 } } })),
  invalid('a zone that is a text', ['Lounge']),
  invalid('a zone that is null', [null]),
  invalid('a zone that is a list', [[]]),
  invalid('an empty zone', [{}]),
  invalid('one key more', zoneWith({ colour: 'red' })),
  invalid('primary as text', zoneWith({ primary: 'true' })),
  invalid('primary null', zoneWith({ primary: null })),
  invalid('no name', [{ network: 'Open' }]),
  invalid('an empty name', zoneWith({ name: '' })),
  invalid('a name that is a number', zoneWith({ name: 7 })),
  valid('a name of 80 characters', zoneWith({ name: 'x'.repeat(80) })),
  valid('a name of 80 that take two places each', zoneWith({ name: '🏖'.repeat(80) })),
  invalid('a name of 81 characters', zoneWith({ name: 'x'.repeat(81) })),
  invalid('no network', [{ name: 'Lounge', password: 'bica-tram-28' }]),
  invalid('a network that is null', zoneWith({ network: null })),
  invalid('an empty network', zoneWith({ network: '' })),
  valid('a network of 32 bytes', zoneWith({ network: 'x'.repeat(32) })),
  invalid('a network of 33 bytes', zoneWith({ network: 'x'.repeat(33) })),
  valid('a network of 10 characters in 30 bytes', zoneWith({ network: '越'.repeat(10) })),
  invalid('a network of 11 characters in 33 bytes', zoneWith({ network: '越'.repeat(11) })),
  valid('a network that a QR must escape', zoneWith({ network: 'a;b,c"d\\e:f' })),
  invalid('a network with a line break', zoneWith({ network: 'a\nb' })),
  invalid('a network with a control character past ASCII', zoneWith({ network: 'a\u0085b' })),
  invalid('an empty password', zoneWith({ password: '' })),
  invalid('a password of 7', zoneWith({ password: 'x'.repeat(7) })),
  valid('a password of 8', zoneWith({ password: 'x'.repeat(8) })),
  valid('a password of 63', zoneWith({ password: 'x'.repeat(63) })),
  valid('a password of 63 that take two places each', zoneWith({ password: '🔑'.repeat(63) })),
  invalid('a password of 64', zoneWith({ password: 'x'.repeat(64) })),
  invalid('a password that is a number', zoneWith({ password: 12345678 })),
  invalid('a password with a tab', zoneWith({ password: 'tab\there' })),
  invalid('a password with a delete', zoneWith({ password: 'delete\u007fhere' })),
];

/** Settings of a valid shape that contradict themselves: verification is required, but the method is none. */
export const impossibleSettings = [
  {
    reason: 'order_needs_a_method',
    value: { ...settings, verification_method: 'none' },
  },
  {
    reason: 'browse_needs_a_method',
    value: {
      ...settings,
      verification_method: 'none',
      order_requires_verification: false,
      browse_requires_verification: true,
    },
  },
  ...[
    { verification_method: 'room_number' },
    { verification_method: 'none', order_requires_verification: false },
    { verification_method: 'last_name', order_requires_verification: false },
  ].map((change) => ({
    reason: 'hidden_occupancy_needs_a_proof',
    value: { ...settings, occupancy_hidden: true, ...change },
  })),
];
