import { z } from 'zod';

function isUpTo(characters: number) {
  return (text: string) => [...text].length <= characters;
}

const textSchema = z.string().refine(isUpTo(2000), 'is 2000 characters at most');
const listSchema = z.array(z.string().refine(isUpTo(1000), 'is 1000 characters at most')).max(200);

function hasUpTo(entries: number) {
  return (value: object) => Object.keys(value).length <= entries;
}

const textsSchema = z
  .record(z.string(), z.union([textSchema, listSchema]))
  .refine(hasUpTo(20), 'has 20 texts at most');

/**
 * The shape of every `translations`, `{ "vi": { "name": "..." } }`: texts of an owner in other languages than the
 * property's own. The database checks the same shape.
 */
export const translationsSchema = z
  .record(z.string().regex(/^[a-z]{2}(-[A-Z][A-Za-z]{1,3})?$/), textsSchema)
  .refine(hasUpTo(20), 'has 20 languages at most');

/** Texts by language and by the name of their field. */
export type Translations = z.infer<typeof translationsSchema>;
