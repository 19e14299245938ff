/** Values that both sides must judge alike: the check functions in SQL and the zod schemas in TypeScript. */
export interface Judged {
  what: string;
  value: unknown;
  good: boolean;
}

const good = (what: string, value: unknown): Judged => ({ what, value, good: true });
const bad = (what: string, value: unknown): Judged => ({ what, value, good: false });

const settings = {
  browse_requires_verification: false,
  wifi_visible_without_booking: true,
  order_requires_verification: true,
  verification_method: 'last_name',
  auto_checkin_on_verify: false,
  readable_room_links: false,
  documents: 'image',
};
const { documents: _, ...settingsWithoutOne } = settings;

const notObjects: Judged[] = [
  bad('null', null),
  bad('a text', 'settings'),
  bad('a number', 7),
  bad('a truth', true),
];

export const accessSettingsValues: Judged[] = [
  ...notObjects,
  bad('a list', []),
  bad('nothing in it', {}),
  good('the defaults of a hotel', settings),
  ...['last_name', 'pin', 'room_number'].map((method) =>
    good(`method ${method}`, { ...settings, verification_method: method }),
  ),
  good('method none where nothing asks for proof', {
    ...settings,
    verification_method: 'none',
    order_requires_verification: false,
  }),
  ...['off', 'fields_only', 'image'].map((documents) =>
    good(`documents ${documents}`, { ...settings, documents }),
  ),
  ...Object.keys(settings).flatMap((key) => [
    bad(`no ${key}`, Object.fromEntries(Object.entries(settings).filter(([name]) => name !== key))),
    bad(`${key} null`, { ...settings, [key]: null }),
    bad(`${key} a number`, { ...settings, [key]: 1 }),
    bad(`${key} in a list`, { ...settings, [key]: [settings[key as keyof typeof settings]] }), // the key is the object's own
  ]),
  bad('a truth as text', { ...settings, readable_room_links: 'true' }),
  bad('an unknown method', { ...settings, verification_method: 'passport' }),
  bad('a method in capitals', { ...settings, verification_method: 'PIN' }),
  bad('unknown documents', { ...settings, documents: 'all' }),
  bad('one setting more', { ...settings, colour: 'red' }),
  bad('one setting instead of another', { ...settingsWithoutOne, colour: 'red' }),
];

const zone = { name: 'Lounge', network: 'Backpack', password: 'bica-tram-28' };
const zoneWith = (changes: Record<string, unknown>) => [{ ...zone, ...changes }];

export const wifiZonesValues: Judged[] = [
  ...notObjects,
  bad('an object', {}),
  bad('a zone without its list', zone),
  good('no zone', []),
  good('one zone', [zone]),
  good('an open network', [{ name: 'Terrace', network: 'Open' }]),
  good('no password, said', zoneWith({ password: null })),
  good('one primary of two', [
    { ...zone, primary: true },
    { ...zone, primary: false },
  ]),
  bad('two primary zones', [
    { ...zone, primary: true },
    { ...zone, primary: true },
  ]),
  good('thirty zones', Array(30).fill(zone)),
  bad('thirty-one zones', Array(31).fill(zone)),
  good('a zone in other languages', zoneWith({ translations: { de: { name: 'Aufenthaltsraum' }, vi: {} } })),
  bad('translations that are null', zoneWith({ translations: null })),
  bad('a translation that is a number', zoneWith({ translations: { de: { name: 7 } } })),
  bad('a zone that is a text', ['Lounge']),
  bad('a zone that is null', [null]),
  bad('a zone that is a list', [[]]),
  bad('an empty zone', [{}]),
  bad('one key more', zoneWith({ colour: 'red' })),
  bad('primary as text', zoneWith({ primary: 'true' })),
  bad('primary null', zoneWith({ primary: null })),
  bad('no name', [{ network: 'Open' }]),
  bad('an empty name', zoneWith({ name: '' })),
  bad('a name that is a number', zoneWith({ name: 7 })),
  good('a name of 80 characters', zoneWith({ name: 'x'.repeat(80) })),
  good('a name of 80 that take two places each', zoneWith({ name: '🏖'.repeat(80) })),
  bad('a name of 81 characters', zoneWith({ name: 'x'.repeat(81) })),
  bad('no network', [{ name: 'Lounge', password: 'bica-tram-28' }]),
  bad('a network that is null', zoneWith({ network: null })),
  bad('an empty network', zoneWith({ network: '' })),
  good('a network of 32 bytes', zoneWith({ network: 'x'.repeat(32) })),
  bad('a network of 33 bytes', zoneWith({ network: 'x'.repeat(33) })),
  good('a network of 10 characters in 30 bytes', zoneWith({ network: '越'.repeat(10) })),
  bad('a network of 11 characters in 33 bytes', zoneWith({ network: '越'.repeat(11) })),
  good('a network that a QR must escape', zoneWith({ network: 'a;b,c"d\\e:f' })),
  bad('a network with a line break', zoneWith({ network: 'a\nb' })),
  bad('a network with a control character past ASCII', zoneWith({ network: 'a\u0085b' })),
  bad('an empty password', zoneWith({ password: '' })),
  bad('a password of 7', zoneWith({ password: 'x'.repeat(7) })),
  good('a password of 8', zoneWith({ password: 'x'.repeat(8) })),
  good('a password of 63', zoneWith({ password: 'x'.repeat(63) })),
  good('a password of 63 that take two places each', zoneWith({ password: '🔑'.repeat(63) })),
  bad('a password of 64', zoneWith({ password: 'x'.repeat(64) })),
  bad('a password that is a number', zoneWith({ password: 12345678 })),
  bad('a password with a tab', zoneWith({ password: 'tab\there' })),
  bad('a password with a delete', zoneWith({ password: 'delete\u007fhere' })),
];

/** Shaped rightly, and yet impossible: something asks for proof, and the method asks for nothing. */
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
];
