import { type AccessSettings, findKeptData } from '@gudbro/domain';
import { readTranslated } from '@/shell/form/translated-texts';
import type { PlaceSettings } from './queries';

/** What is asked of guests' documents. */
export type DocumentSettings = Pick<
  PlaceSettings,
  'access' | 'retentionDays' | 'imageReason' | 'documentFields' | 'country'
>;

/** How many zones a place has at most: `private.is_wifi_zones` refuses more. */
export const mostZones = 30;

/** How many rows the WiFi form shows: one for each zone, and some empty ones. */
function countZoneRows(zones: number): number {
  return Math.min(mostZones, Math.max(6, zones + 3));
}

/** The fields of each form with their values, as the form and a conflict show them. */
export const formValues = {
  wifi: (settings: PlaceSettings) => ({
    network: settings.network ?? '',
    password: settings.password ?? '',
    primary: String(
      Math.max(
        0,
        settings.zones.findIndex((zone) => zone.primary === true),
      ),
    ),
    ...Object.fromEntries(
      Array.from({ length: countZoneRows(settings.zones.length) }, (_, index) => {
        const zone = settings.zones[index];
        return [
          [`zoneName${index}`, zone?.name ?? ''],
          [`zoneNetwork${index}`, zone?.network ?? ''],
          [`zonePassword${index}`, zone?.password ?? ''],
          // The translations of its name: `vi.name0`.
          ...Object.entries(readTranslated(zone?.translations)).map(([field, text]) => [
            `${field}${index}`,
            text,
          ]),
        ];
      }).flat(),
    ),
  }),
  place: (settings: PlaceSettings) => ({
    name: settings.name,
    type: settings.type,
    phone: settings.phone ?? '',
    whatsapp: settings.whatsapp ?? '',
    email: settings.email ?? '',
    checkin: settings.checkin,
    checkout: settings.checkout,
    slug: settings.slug,
    shortCode: settings.shortCode,
    timezone: settings.timezone,
    fnbSlug: settings.fnbSlug ?? '',
    isListed: settings.isListed,
  }),
  access: ({ access }: { access: AccessSettings }) => ({
    browse: access.browse_requires_verification,
    wifi: access.wifi_visible_without_booking,
    order: access.order_requires_verification,
    method: access.verification_method,
    checkin: access.auto_checkin_on_verify,
    labels: access.readable_room_links,
    hidden: access.occupancy_hidden,
  }),
  documents: ({ access, retentionDays, imageReason, documentFields, country }: DocumentSettings) => ({
    mode: access.documents,
    reason: imageReason ?? '',
    retentionDays: String(retentionDays),
    ...Object.fromEntries(
      findKeptData(country).fields.map((field) => [
        `field_${field}`,
        documentFields === null || documentFields.includes(field),
      ]),
    ),
  }),
  orders: (settings: PlaceSettings) => ({
    arriveMinutes: settings.arriveMinutes === null ? '' : String(settings.arriveMinutes),
    paid: settings.paid ?? '',
    slowMinutes: String(settings.slowMinutes),
    lateMinutes: String(settings.lateMinutes),
  }),
};
