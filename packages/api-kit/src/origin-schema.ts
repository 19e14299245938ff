import { z } from 'zod';

/** The address of a site in the settings, without slashes at its end, since paths that begin with one are added to it. */
export const originSchema = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
