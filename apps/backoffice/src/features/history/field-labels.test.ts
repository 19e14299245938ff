import { expect, test } from 'vitest';
import { locales } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';

type Messages = (typeof messagesOf)['en'];

/** The label that a form gives to each of these fields. */
const listFormLabels = ({ Settings, Deals, Catalogue, Numbers, Room, Texts, Roles }: Messages) => ({
  browse_requires_verification: Settings.access_browse,
  wifi_visible_without_booking: Settings.access_wifi,
  order_requires_verification: Settings.access_order,
  verification_method: Settings.access_method,
  auto_checkin_on_verify: Settings.access_checkin,
  readable_room_links: Settings.access_labels,
  occupancy_hidden: Settings.access_hidden,
  documents: Settings.access_documents,
  document_retention_days: Settings.retention,
  orders_arrive_minutes: Settings.arrive,
  orders_paid: Settings.paid,
  slug: Settings.field_slug,
  short_code: Settings.field_shortCode,
  timezone: Settings.field_timezone,
  default_locale: Settings.ownLanguage,
  contact_phone: Settings.field_phone,
  contact_whatsapp: Settings.field_whatsapp,
  contact_email: Settings.field_email,
  checkin_time: Settings.field_checkin,
  checkout_time: Settings.field_checkout,
  linked_fnb_slug: Settings.field_fnbSlug,
  is_listed: Settings.field_isListed,
  house_rules: Texts.houseRules,
  amenities: Texts.amenities,
  title: Deals.title,
  partner: Deals.partner,
  discount: Deals.discount,
  valid_from: Deals.from,
  valid_until: Deals.until,
  description: Catalogue.description,
  max_quantity: Catalogue.max,
  available_from: Catalogue.from,
  available_to: Catalogue.to,
  category: Numbers.category,
  capacity: Room.capacity,
  sees_documents: Roles.documents,
  sees_money: Roles.money,
});

test.each(locales)('in %s the history calls a field what its form calls it', (locale) => {
  const labels = listFormLabels(messagesOf[locale]);
  const history: Record<string, string> = messagesOf[locale].History;
  expect(Object.fromEntries(Object.keys(labels).map((field) => [field, history[`field_${field}`]]))).toEqual(
    labels,
  );
});
