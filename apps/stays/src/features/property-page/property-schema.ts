import type { PropertyPageData } from '@gudbro/guest-api/property-page-schemas';

/** The types of schema.org. A villa or an apartment is a lodging business there; its own words mean the building. */
const schemaTypes = {
  hotel: 'Hotel',
  hostel: 'Hostel',
  resort: 'Resort',
  villa: 'LodgingBusiness',
  apartment: 'LodgingBusiness',
} as const satisfies Record<PropertyPageData['property']['type'], string>;

/** What search engines read of a property, as schema.org's JSON-LD. `address` is that of the page, `origin` that of our site. */
export function buildPropertySchema({ property, country }: PropertyPageData, origin: string) {
  const { contactPhone, contactEmail, description, address, amenities } = property;
  const images = property.images.map((image) => `${origin}${image}`);
  return {
    '@context': 'https://schema.org',
    '@type': schemaTypes[property.type],
    name: property.name,
    url: `${origin}/${property.slug}`,
    ...(description && { description }),
    ...(images.length > 0 && { image: images }),
    ...(contactPhone && { telephone: contactPhone }),
    ...(contactEmail && { email: contactEmail }),
    address: {
      '@type': 'PostalAddress',
      ...(address && { streetAddress: address }),
      addressCountry: country,
    },
    checkinTime: property.checkinTime,
    checkoutTime: property.checkoutTime,
    currenciesAccepted: property.currency,
    amenityFeature: amenities.map((name) => ({
      '@type': 'LocationFeatureSpecification',
      name,
      value: true,
    })),
  };
}

/** JSON for a script element: nothing in it can end the element or begin a comment. */
export function formatScriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
