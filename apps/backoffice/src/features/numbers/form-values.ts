import { readTranslated } from '@/shell/form/translated-texts';
import type { UsefulNumber } from './queries';

/** A number as the values of its form's fields. */
export function toNumberValues({ label, category, phone, version, translations }: UsefulNumber) {
  return { label, category, phone, version, ...readTranslated(translations) };
}
