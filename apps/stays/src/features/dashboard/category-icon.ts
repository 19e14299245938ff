import type { IconName } from '@gudbro/ui/icon';

const icons: Record<string, IconName> = {
  breakfast: 'breakfast',
  food: 'food',
  drink: 'drink',
  laundry: 'laundry',
  transport: 'transport',
  spa: 'leaf',
  bed: 'bed',
  wrench: 'wrench',
  gift: 'gift',
  bicycle: 'bicycle',
};

/** The icon that an owner chose for a category, or a bell. */
export function categoryIcon(name: string | null): IconName {
  // `icons['constructor']` would find a property that every object inherits.
  return (name !== null && Object.hasOwn(icons, name) && icons[name]) || 'bell';
}
