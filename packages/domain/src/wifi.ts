import { z } from 'zod';
import { translationsSchema } from './translations.ts';

/** What a phone needs to join a network. */
export type WifiCredentials = {
  network: string;
  /** Null where the network is open. */
  password: string | null;
};

const utf8 = new TextEncoder();

// QR texts and Apple profiles contain both, and neither allows control characters.
function hasNoControlCharacters(text: string): boolean {
  return !/\p{Cc}/u.test(text);
}

/** The name of a network: 1 to 32 bytes, by the WiFi standard. */
export const wifiNetworkSchema = z
  .string()
  .refine((name) => name.length > 0 && utf8.encode(name).length <= 32, 'is 1 to 32 bytes')
  .refine(hasNoControlCharacters, 'has no control characters');

/** The password of a WPA network: 8 to 63 characters. */
export const wifiPasswordSchema = z
  .string()
  .refine((password) => [...password].length >= 8 && [...password].length <= 63, 'is 8 to 63 characters')
  .refine(hasNoControlCharacters, 'has no control characters');

const wifiZoneSchema = z.strictObject({
  name: z.string().refine((name) => name.length > 0 && [...name].length <= 80, 'is 1 to 80 characters'),
  network: wifiNetworkSchema,
  password: wifiPasswordSchema.nullable().optional(),
  primary: z.boolean().optional(),
  translations: translationsSchema.optional(),
});

/** The shape of `accom_properties.wifi_zones`. The database checks the same shape. */
export const wifiZonesSchema = z
  .array(wifiZoneSchema)
  .max(30)
  .refine(
    (zones) => zones.filter((zone) => zone.primary === true).length <= 1,
    'has one primary zone at most',
  );
