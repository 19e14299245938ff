import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number that was typed without spaces, grouped as its country does. One with spaces stays as the owner wrote it. */
export function formatPhone(phone: string): string {
  if (!/^\+\d+$/.test(phone)) {
    return phone;
  }
  const parsed = parsePhoneNumberFromString(phone);
  return parsed?.isPossible() ? parsed.formatInternational() : phone;
}
