import { readTranslated } from '@/shell/form/translated-texts';
import type { UsefulNumber } from './queries';

/** A number as the values of its form's fields. */
export function toNumberValues({ label, category, phone, order, version, translations }: UsefulNumber) {
  return { label, category, phone, order: String(order), version, ...readTranslated(translations) };
}
