/** The icons among which an owner chooses for a category. The guest app shows a bell for any other name. */
export const categoryIcons = [
  'breakfast',
  'food',
  'drink',
  'laundry',
  'transport',
  'spa',
  'bed',
  'wrench',
  'gift',
  'bicycle',
] as const;
