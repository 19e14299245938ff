import {
  type Translations,
  wifiNetworkSchema,
  wifiPasswordSchema,
  type wifiZonesSchema,
} from '@gudbro/domain';
import { z } from 'zod';
import { optionalText } from '@/shell/form/field-schemas';
import { translatedTexts } from '@/shell/form/translated-texts';
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

const zoneTexts = translatedTexts({ name: { max: 80 } });

/** The names of the zones in other languages: `vi.name0` is that of the first row. */
const translatedFields = Object.fromEntries(
  indexes.flatMap((index) =>
    Object.entries(zoneTexts.shape).map(([field, schema]) => [`${field}${index}`, schema]),
  ),
);

/** The fields of the rows of zones, and the row of the primary one. */
export const zoneFields = { primary: z.string().regex(/^\d{1,2}$/), ...rowFields, ...translatedFields };

/** The zones of the form: the rows that have a network. `current`: the zones that the form read, in the order of its rows. */
export function readZones(fields: Record<string, unknown>, current: Zones): Zones {
  const text = (name: string) => String(fields[name] ?? '');
  const rows = indexes.filter((index) => text(`zoneNetwork${index}`) !== '');
  const primary = rows.includes(Number(fields['primary'])) ? Number(fields['primary']) : rows[0];
  return rows.map((index) => {
    const network = text(`zoneNetwork${index}`);
    const name = text(`zoneName${index}`) || network;
    const translations = readTranslations(fields, index, current);
    const password = text(`zonePassword${index}`);
    return {
      name,
      network,
      password: password === '' ? null : password,
      primary: index === primary,
      ...(Object.keys(translations).length === 0 ? {} : { translations }),
    };
  });
}

/** The translations of the name in a row: those that it had, with what the form sent. */
function readTranslations(fields: Record<string, unknown>, index: number, current: Zones): Translations {
  const sent = Object.fromEntries(
    Object.keys(zoneTexts.shape).flatMap((field) => {
      const text = fields[`${field}${index}`];
      return typeof text === 'string' ? [[field, text]] : [];
    }),
  );
  return zoneTexts.merge(sent, current[index]?.translations ?? {});
}
