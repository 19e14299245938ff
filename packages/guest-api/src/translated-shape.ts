import { z } from 'zod';

/** The names of the text fields that are in the requested language. The others are in the property's own language. */
export const translatedShape = { translated: z.array(z.string()).optional() };
