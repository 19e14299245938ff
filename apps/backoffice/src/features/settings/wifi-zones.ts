import { wifiNetworkSchema, wifiPasswordSchema, type wifiZonesSchema } from '@gudbro/domain';
import { z } from 'zod';
import { optionalText } from '@/shell/form/field-schemas';
import { mostZones } from './form-values';

type Zones = z.infer<typeof wifiZonesSchema>;

const indexes = Array.from({ length: mostZones }, (_, index) => index);
/** The name of a network, or nothing. */
export const networkField = z
  .string()
  .refine((text) => text === '' || wifiNetworkSchema.safeParse(text).success, 'not_a_network');

/** A WPA password, or nothing for an open network. */
export const passwordField = z
  .string()
  .refine((text) => text === '' || wifiPasswordSchema.safeParse(text).success, 'not_a_wifi_password');

type RowField = `zone${'Name' | 'Network' | 'Password'}${number}`;

/** The form sends only the rows that it shows. */
const rowFields: Record<RowField, z.ZodType<string, string | undefined>> = Object.fromEntries(
  indexes.flatMap((index) => [
    [`zoneName${index}`, optionalText(80).default('')],
    [`zoneNetwork${index}`, networkField.default('')],
    [`zonePassword${index}`, passwordField.default('')],
  ]),
);

/** The fields of the rows of zones, and the row of the primary one. */
export const zoneFields = { primary: z.string().regex(/^\d{1,2}$/), ...rowFields };

/** The zones of the form: the rows that have a network. A zone keeps its translations while its name stays. */
export function readZones(fields: Record<string, unknown>, current: Zones): Zones {
  const text = (name: string) => String(fields[name] ?? '');
  const rows = indexes.filter((index) => text(`zoneNetwork${index}`) !== '');
  const primary = rows.includes(Number(fields['primary'])) ? Number(fields['primary']) : rows[0];
  return rows.map((index) => {
    const network = text(`zoneNetwork${index}`);
    const name = text(`zoneName${index}`) || network;
    const translations = current.find((zone) => zone.name === name)?.translations;
    const password = text(`zonePassword${index}`);
    return {
      name,
      network,
      password: password === '' ? null : password,
      primary: index === primary,
      ...(translations === undefined ? {} : { translations }),
    };
  });
}
