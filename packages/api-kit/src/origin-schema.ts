import { z } from 'zod';

/** The address of a site in the settings. Paths are added behind it: one that ends in a slash would double it. */
export const originSchema = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
