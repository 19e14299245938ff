import { expect } from '@playwright/test';
import {
  button,
  field as fieldInside,
  type Phone,
  readForPoll,
} from '../../../stays/e2e/other-browsers/phone';
import { test } from '../../../stays/e2e/other-browsers/test-on-phone';
import { findPassword, product } from '../owner-screen';

const place = `${product.backofficeUrl}/p/sunset-hotel`;
const field = (label: string) => fieldInside(label, '//main');
const readText = (phone: Phone) => async () => (await readForPoll(phone)).text;
const readUrl = (phone: Phone) => async () => (await readForPoll(phone)).url;

const firstPage = `(document.querySelector('[aria-labelledby="preview-heading"] img') ?? {})`;

async function signIn(phone: Phone, email: string, screen: string): Promise<void> {
  await phone.open(`${place}/${screen}`);
  await phone.type(field('Email'), email);
  await phone.type(field('Password'), findPassword(email));
  await phone.tap(button('Sign in'));
  await expect.poll(readUrl(phone)).toBe(`${place}/${screen}`);
}

test('a manager adds a number and undoes that', async ({ phone }) => {
  const label = `Night nurse ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(phone, 'manager@example.com', 'numbers/new');
  await phone.type(field('Name'), label);
  await phone.type(field('Group'), 'Health');
  await phone.type(field('Phone number'), '0905 111 222');
  await phone.tap(button('Add a number'));
  await expect.poll(readUrl(phone)).toBe(`${place}/numbers`);
  await expect.poll(readText(phone)).toContain(label);
  await phone.tap(button('Undo'));
  await expect.poll(readText(phone)).toContain('Undone.');
  // Read anew by then, so that the reload meets no request that it would break off.
  await expect.poll(readText(phone)).not.toContain(label);
  await phone.reload();
  await expect.poll(readText(phone)).toContain('Useful numbers');
  expect(await readText(phone)()).not.toContain(label);
});

test('a manager chooses rooms and sees the first page of their signs', async ({ phone }) => {
  await signIn(phone, 'manager@example.com', 'sheets');
  await expect.poll(readText(phone)).toContain('rooms chosen');
  await expect.poll(() => phone.run(`String(${firstPage}.naturalWidth > 0)`)).toBe('true');
});
