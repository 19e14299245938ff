import type { PropertyPageData } from '@gudbro/guest-api/property-page-schemas';
import { expect, test } from 'vitest';
import { buildPropertySchema, formatScriptJson } from './property-schema.ts';

const page: PropertyPageData = {
  property: {
    id: '2f1b8a44-0f0f-4c3a-9d0a-0a8f3a4f9c11',
    name: 'Sunset',
    slug: 'sunset',
    type: 'hotel',
    description: '',
    address: '',
    contactPhone: null,
    contactWhatsapp: null,
    contactEmail: null,
    checkinTime: '14:00',
    checkoutTime: '12:00',
    timezone: 'UTC',
    currency: 'EUR',
    defaultLocale: 'en',
    houseRules: [],
    amenities: ['Pool'],
    images: ['/demo/a.webp'],
    ordersArriveMinutes: null,
    ordersPaid: null,
    hasLinkedFnb: false,
    linkedFnbSlug: null,
  },
  today: '2027-01-01',
  isListed: true,
  country: 'PT',
  locales: ['en'],
  pictures: [],
  rooms: [],
};

test('a property is described with what it has, and without what it lacks', () => {
  expect(buildPropertySchema(page, 'https://stays.example')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Hotel',
    name: 'Sunset',
    url: 'https://stays.example/sunset',
    image: ['https://stays.example/demo/a.webp'],
    address: { '@type': 'PostalAddress', addressCountry: 'PT' },
    checkinTime: '14:00',
    checkoutTime: '12:00',
    currenciesAccepted: 'EUR',
    amenityFeature: [{ '@type': 'LocationFeatureSpecification', name: 'Pool', value: true }],
  });
});

test.each(['</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028'])(
  'a name like %j cannot end the script element, and is read unchanged',
  (name) => {
    const json = formatScriptJson({ name });
    expect(json).not.toMatch(/</);
    expect(JSON.parse(json)).toEqual({ name });
  },
);
