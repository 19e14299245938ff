import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { isLocale, type Locale, localeNames } from '@gudbro/domain';
import { type Format, findFormat, isColour, type Logo } from '@gudbro/sheets';
import { z } from 'zod';
import { readLogo } from './read-logo';

/** What a person chose to print and how, from the form of the screen. */
export type SheetChoice = {
  roomIds: readonly string[];
  hasPlaceSign: boolean;
  hasWifiCards: boolean;
  format: Format;
  locales: readonly [Locale, ...Locale[]];
  colour: string;
  logo: Logo | null;
  logoPosition: 'header' | 'code';
  offset: { x: number; y: number };
  firstLabel: number;
  hasCutMarks: boolean;
  hasCheckPage: boolean;
};

const allLocales = Object.keys(localeNames).filter((key): key is Locale => key in localeNames);

/** Tenths of a millimetre, typed with a point or a comma. */
const millimetres = z
  .string()
  .trim()
  .transform((text) => Number(text.replace(',', '.') || '0'))
  .pipe(z.number().min(-20).max(20))
  .transform((value) => Math.round(value * 10) / 10);

const schema = z.object({
  rooms: z.array(z.uuid()).max(500),
  format: z.string().transform((id, context) => {
    const format = findFormat(id);
    if (format === null) {
      context.addIssue({ code: 'custom', message: 'is no format' });
      return z.NEVER;
    }
    return format;
  }),
  locales: z
    .array(z.string().refine((value) => isLocale(value, allLocales)))
    .min(1)
    .max(allLocales.length),
  colour: z
    .string()
    .refine(isColour)
    .transform((colour) => colour.toLowerCase()),
  logoPosition: z.enum(['header', 'code']).catch('header'),
  offsetX: millimetres,
  offsetY: millimetres,
  firstLabel: z.coerce.number().int().min(1).max(30),
});

/** Parses the form. Throws `invalid_request`: the screen sends nothing that this refuses, but anybody can send anything. */
export async function readSheetChoice(form: FormData): Promise<SheetChoice> {
  const parsed = schema.safeParse({
    rooms: form.getAll('room'),
    locales: form.getAll('locale'),
    ...Object.fromEntries(
      ['format', 'colour', 'logoPosition', 'offsetX', 'offsetY', 'firstLabel'].map((name) => [
        name,
        form.get(name) ?? '',
      ]),
    ),
  });
  if (!parsed.success) {
    throw new ApiError('invalid_request', {
      issues: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
    });
  }
  const { rooms, locales, offsetX, offsetY, ...chosen } = parsed.data;
  const [first, ...others] = locales.filter((locale) => isLocale(locale, allLocales));
  if (first === undefined) {
    throw new ApiError('invalid_request');
  }
  return {
    ...chosen,
    roomIds: [...new Set(rooms)],
    locales: [first, ...others],
    offset: { x: offsetX, y: offsetY },
    hasPlaceSign: form.has('place-sign'),
    hasWifiCards: form.has('wifi-cards'),
    hasCutMarks: form.has('cut-marks'),
    hasCheckPage: form.has('check-page'),
    logo: await readLogo(form.get('logo')),
  };
}
