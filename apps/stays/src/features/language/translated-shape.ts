import { z } from 'zod';

/** Beside a property's texts: which of them the database gave in the reader's language. The others are in its own. */
export const translatedShape = { translated: z.array(z.string()).optional() };
