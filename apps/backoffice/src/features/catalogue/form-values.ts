import { formatAmount } from '@gudbro/domain';
import { readTranslated } from '@/shell/form/translated-texts';
import type { Category, Item } from './queries';

/** An item as the values of its form's fields. */
export function toItemValues(item: Item, currency: string) {
  return {
    name: item.name,
    description: item.description,
    category: item.categoryId,
    price: formatAmount(item.price, currency),
    from: item.availableFrom?.slice(0, 5) ?? '',
    to: item.availableTo?.slice(0, 5) ?? '',
    max: String(item.max),
    image: item.image ?? '',
    active: item.isActive,
    version: item.version,
    ...readTranslated(item.translations),
  };
}

export function toCategoryValues(category: Category) {
  return {
    name: category.name,
    description: category.description,
    icon: category.icon ?? '',
    active: category.isActive,
    version: category.version,
    ...readTranslated(category.translations),
  };
}
