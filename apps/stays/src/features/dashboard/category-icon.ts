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

/** The picture an owner chose for a category; a bell where there is none. */
export function categoryIcon(name: string | null): IconName {
  // Only our own names: `constructor` is found in every object.
  return (name !== null && Object.hasOwn(icons, name) && icons[name]) || 'bell';
}
