import { expect, type Page, test } from '@playwright/test';
import { makePlace } from './make-place';
import { OwnerScreen, product } from './owner-screen';

/** What one screen changes, and the words or links that guests then find on the room's page or the place's page. */
type Change = {
  screen: string;
  /** The link on the screen that opens what is changed. */
  thing?: string;
  fill?: Record<string, string>;
  choose?: Record<string, string>;
  tick?: string;
  button: string;
  guestsFind: readonly string[];
};

const changes: readonly Change[] = [
  {
    screen: 'settings/place',
    fill: {
      Name: 'The Lighthouse',
      'Phone of the desk': '+44 20 7946 0101',
      WhatsApp: '+442079460102',
      Email: 'keeper@lighthouse.example',
      'Check-in from': '15:15',
      'Check-out until': '10:45',
      'Linked restaurant': 'keepers-table',
    },
    button: 'Save',
    guestsFind: [
      'The Lighthouse',
      'tel:+442079460101',
      'https://wa.me/442079460102',
      'mailto:keeper@lighthouse.example',
      '3:15 PM',
      '10:45 AM',
      'https://menu.example/keepers-table',
    ],
  },
  {
    screen: 'settings/wifi',
    fill: { Network: 'Tower', Password: 'turn the light' },
    button: 'Save',
    guestsFind: ['Tower', 'turn the light'],
  },
  {
    screen: 'texts',
    fill: {
      Description: 'A tower on a rock.',
      Address: '1 Cliff Road, Eastbourne',
      'House rules': 'Nobody climbs the rail.',
      'What guests find here': 'Telescope',
    },
    button: 'Save',
    guestsFind: ['A tower on a rock.', '1 Cliff Road, Eastbourne', 'Nobody climbs the rail.', 'Telescope'],
  },
  {
    screen: 'numbers/new',
    fill: { Name: 'Coastguard', Group: 'At sea', 'Phone number': '+44 20 7946 0103' },
    button: 'Add a number',
    guestsFind: ['Coastguard', 'At sea', 'tel:+442079460103'],
  },
  {
    screen: 'deals/new',
    fill: {
      'What it is': 'Two for one',
      'Who gives it': 'Harbour boats',
      Description: 'A trip round the rock.',
      'In short': '1 free seat',
      Link: 'https://boats.example/rock',
    },
    button: 'Add an offer',
    guestsFind: [
      'Two for one',
      'Harbour boats',
      'A trip round the rock.',
      '1 free seat',
      'https://boats.example/rock',
    ],
  },
  {
    screen: 'catalogue/categories/new',
    fill: { Name: 'From the galley', Description: 'Hot until ten.' },
    button: 'Add a category',
    // A category without items is not shown.
    guestsFind: [],
  },
  {
    screen: 'catalogue/new',
    fill: { Name: 'Fish pie', Description: 'Of this morning’s catch.', 'Price (GBP)': '14.50' },
    button: 'Add an item',
    guestsFind: ['From the galley', 'Hot until ten.', 'Fish pie', 'Of this morning’s catch.', '£14.50'],
  },
  {
    screen: 'types',
    thing: 'Round room',
    fill: {
      Name: 'Lens room',
      Description: 'A bed under the lens.',
      'Guests it sleeps': '3',
      'Price a night (GBP)': '90',
    },
    button: 'Save',
    guestsFind: ['Lens room', 'A bed under the lens.', 'for up to 3 guests', '£90'],
  },
  {
    screen: 'rooms',
    thing: '1',
    fill: { 'Room number': '77', 'Own WiFi: network': 'Lamp', 'Own WiFi: password': 'light of its own' },
    button: 'Save',
    guestsFind: ['Room 77', 'Lamp', 'light of its own'],
  },
  {
    screen: 'settings/orders',
    fill: { 'Minutes until an order arrives': '35' },
    choose: { 'How orders are paid': 'On the bill of the room' },
    button: 'Save',
    // Read in the cart.
    guestsFind: [],
  },
];

async function make(page: Page, place: string, change: Change): Promise<void> {
  await page.goto(`${place}/${change.screen}`);
  if (change.thing !== undefined) {
    const link = page.getByRole('main').getByRole('listitem').getByRole('link', { name: change.thing });
    await link.first().click();
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
  }
  for (const [label, value] of Object.entries(change.fill ?? {})) {
    await page.getByLabel(label, { exact: true }).first().fill(value);
  }
  for (const [label, option] of Object.entries(change.choose ?? {})) {
    await page.getByLabel(label, { exact: true }).selectOption(option);
  }
  await page.getByRole('button', { name: change.button, exact: true }).click();
  await expect(page.getByText(/^(Saved|Added)/).first()).toBeVisible();
}

/** All words and links of a page, also those of folded parts. */
async function readAll(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a')].map(({ href }) => href);
    return [document.querySelector('main')?.textContent, ...links].join('\n');
  });
}

test('what the screens of a place change, its guests read', async ({ page, browser }) => {
  await new OwnerScreen(page).signIn('other@example.com');
  const room = await makePlace(page, {
    name: 'House of Changes',
    kind: /^Villa/,
    rooms: '1-2',
    count: 2,
    roomType: 'Round room',
  });
  const phone = await browser.newPage({ locale: 'en-US' });
  const readGuests = async () =>
    `${await readAll(phone, room)}\n${await readAll(phone, `${product.staysUrl}/house-of-changes`)}`;
  const before = await readGuests();
  for (const { guestsFind } of changes) {
    expect(guestsFind.filter((words) => before.includes(words))).toEqual([]);
  }
  for (const change of changes) {
    await make(page, `${product.backofficeUrl}/p/house-of-changes`, change);
    const now = await readGuests();
    const missing = change.guestsFind.filter((words) => !now.includes(words));
    expect({ screen: change.screen, missing }).toEqual({ screen: change.screen, missing: [] });
  }

  await phone.goto(room);
  await phone.getByRole('button', { name: 'Add Fish pie' }).click();
  await phone.getByRole('button', { name: /View cart$/ }).click();
  await expect(phone.getByRole('dialog')).toContainText('To room 77 · about 35 min · on your room bill');

  await page.goto(`${product.backofficeUrl}/p/house-of-changes/settings/closing`);
  await page.getByRole('button', { name: 'Close the place' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the place' }).click();
  await expect(page.getByRole('button', { name: 'Open the place' })).toBeVisible();
  expect((await phone.goto(`${product.staysUrl}/house-of-changes`))?.status()).toBe(404);
  expect(await readAll(phone, room)).toContain('We don’t know this room');
  await phone.close();
});
