import { readTranslated } from '@/shell/form/translated-texts';
import type { Texts } from './queries';

/** The texts of a place as the values of their form's fields: lists have one entry a line. */
export function toTextValues({ description, address, houseRules, amenities, images, ...rest }: Texts) {
  return {
    description,
    address,
    houseRules: houseRules.join('\n'),
    amenities: amenities.join('\n'),
    images: images.join('\n'),
    version: rest.version,
    ...readTranslated(rest.translations),
  };
}
