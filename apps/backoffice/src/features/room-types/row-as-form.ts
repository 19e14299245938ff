import { readTranslated } from '@/shell/form/translated-texts';
import { formatPrice } from './form-values';
import type { RoomType, Season } from './queries';

/** What the form of a type would show now, by the names of its fields. */
export function typeAsForm(type: RoomType, currency: string) {
  return {
    version: type.version,
    name: type.name,
    description: type.description,
    capacity: type.capacity,
    price: formatPrice(type.price, currency),
    weekendPrice: formatPrice(type.weekendPrice, currency),
    minimumNights: type.minimumNights,
    images: type.images.join('\n'),
    active: type.isActive ? 'on' : '',
    ...readTranslated(type.translations),
  };
}

export function seasonAsForm(season: Season, currency: string) {
  return {
    version: season.version,
    name: season.name,
    firstNight: season.firstNight,
    lastNight: season.lastNight,
    price: formatPrice(season.price, currency),
    weekendPrice: formatPrice(season.weekendPrice, currency),
    minimumNights: season.minimumNights,
    ...readTranslated(season.translations),
  };
}
