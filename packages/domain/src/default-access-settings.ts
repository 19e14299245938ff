import type { AccessSettings } from './access-settings.ts';
import { defaultDocuments } from './documents-law/document-law.ts';
import type { VerificationMethod } from './verification-method.ts';

/** The types of properties. */
export const propertyTypes = ['hostel', 'hotel', 'villa', 'apartment', 'resort'] as const;

/** One of `propertyTypes`. */
export type PropertyType = (typeof propertyTypes)[number];

const methodOfType: Record<PropertyType, VerificationMethod> = {
  hostel: 'last_name',
  hotel: 'last_name',
  villa: 'none',
  apartment: 'none',
  resort: 'pin',
};

/** The settings of a new property. The database gives the same ones to a row that is inserted without settings. */
export function defaultAccessSettings(type: PropertyType, country: string): AccessSettings {
  const method = methodOfType[type];
  return {
    browse_requires_verification: false,
    wifi_visible_without_booking: type !== 'resort',
    order_requires_verification: method !== 'none',
    verification_method: method,
    auto_checkin_on_verify: false,
    readable_room_links: false,
    occupancy_hidden: false,
    documents: defaultDocuments(country),
  };
}
