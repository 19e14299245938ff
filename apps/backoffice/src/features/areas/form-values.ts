import { readTranslated } from '@/shell/form/translated-texts';
import type { Area } from './queries';

/** An area as the values of its form's fields. */
export function toAreaValues({ name, version, translations }: Area) {
  return { name, version, ...readTranslated(translations) };
}
