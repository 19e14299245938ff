import { expect } from '@playwright/test';
import { makeNote } from '../order-screen';
import { button, field, type Phone, readForPoll } from './phone';
import { test } from './test-on-phone';

const savedPages = `caches.keys().then(async (names) => {
  const ofStays = await Promise.all(names.filter((name) => name.startsWith('stay-page')).map((name) => caches.open(name)));
  const keys = await Promise.all(ofStays.map((cache) => cache.keys()));
  return keys.flat().map(({ url }) => new URL(url).pathname).join();
})`;

/** Follows the link, unless the page has noticed by itself that the line is back, and has no such link any more. */
const tryAgain = `(() => {
  const links = [...document.querySelectorAll('a')];
  links.find((link) => link.textContent.trim() === 'Try again')?.click();
  return '';
})()`;

const readText = (phone: Phone) => async () => (await readForPoll(phone)).text;
const add = (item: string) => `//button[@data-item and contains(normalize-space(), "Add ${item}")]`;

/** Opens a room's page and waits until what a tap needs is there, so that no tap misses its time. */
async function openRoom(phone: Phone, url: string): Promise<void> {
  await phone.open(url);
  const isLoaded = "String(Object.keys(localStorage).some((key) => key.startsWith('services:')))";
  await expect.poll(() => phone.run(isLoaded)).toBe('true');
}

/** Opens the category of an item. Which ones are open at first depends on the time of day. */
function openCategory(phone: Phone, item: string): Promise<string> {
  return phone.run(`(() => {
    const isIt = (button) => button.textContent.includes('Add ${item}');
    [...document.querySelectorAll('button[data-item]')].find(isIt).closest('details').open = true;
    return '';
  })()`);
}

test('a scan shows the WiFi password', async ({ phone, staysUrl }) => {
  await phone.open(`${staysUrl}/stay/room/RM-SUNSET22`);
  await expect.poll(readText(phone)).toContain('lantern-tide-42');
});

test('a guest orders, proves the stay on the way, and reads the order', async ({ phone, staysUrl }) => {
  const note = makeNote();
  await openRoom(phone, `${staysUrl}/stay/room/RM-DRM23456`);
  await openCategory(phone, 'Padlock');
  await phone.tap(add('Padlock'));
  await phone.tap('//button[contains(normalize-space(), "View cart")]');
  await phone.type(field('Note'), note);
  await phone.tap(button('Place order'));
  await phone.type(field('Last name'), 'O’Brien');
  await phone.tap(`//dialog[@open]${button('Continue')}`);
  await expect.poll(readText(phone)).toContain(note);
  // The sheets before it have left the history: only then does one step back close this one.
  await expect.poll(() => phone.run('String(history.state?.sheets)')).toBe('1');
  await phone.goBack();
  await expect.poll(readText(phone)).toContain('Aoife');
});

test('a guest reports a problem and reads it in the list', async ({ phone, staysUrl }) => {
  const title = `The lamp flickers, ${makeNote()}`;
  await openRoom(phone, `${staysUrl}/stay/room/RM-BEACH234`);
  await phone.tap('(//*[@data-action="report"])[1]');
  await phone.type(field('What is wrong?'), title);
  await phone.tap(button('Send to the desk'));
  await expect.poll(readText(phone)).toContain(title);
});

test('the back button closes a sheet and stays on the page, and then leaves it', async ({
  phone,
  staysUrl,
}) => {
  await phone.open(`${staysUrl}/`);
  await openRoom(phone, `${staysUrl}/stay/room/RM-BEACH234`);
  await phone.tap('(//*[@data-action="report"])[1]');
  await expect.poll(readText(phone)).toContain('What is wrong?');
  await phone.goBack();
  await expect.poll(readText(phone)).not.toContain('What is wrong?');
  expect((await phone.read()).url).toContain('RM-BEACH234');
  await phone.goBack();
  await expect.poll(async () => (await readForPoll(phone)).url).toBe(`${staysUrl}/`);
});

test('without a connection the room’s page opens again, and with one it is up to date', async ({
  phone,
  line,
  staysUrl,
}) => {
  await phone.open(`${staysUrl}/stay/room/RM-SUNSET22`);
  await expect.poll(() => phone.run(savedPages)).toBe('/stay/room/RM-SUNSET22');
  line.setMode('cut');
  await phone.reload();
  await expect.poll(readText(phone)).toContain('Saved copy');
  expect((await phone.read()).text).toContain('lantern-tide-42');
  line.setMode('forwarding');
  await phone.run(tryAgain);
  const isLive = async () => {
    const { text } = await readForPoll(phone);
    return text.includes('lantern-tide-42') && !text.includes('Saved copy');
  };
  await expect.poll(isLive).toBe(true);
});
