import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createPictureDecoder, documentEncoding } from '@gudbro/pictures';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { Desk } from '../../stays/e2e/desk';
import { cutPieces, findTraces, findTracesInFolder, type Traces, writeInAllForms } from './find-traces';
import { handInDocument, readConsent } from './hand-in-document';
import { HouseClock } from './house-clock';
import { makePlace } from './make-place';
import { openPhone } from './open-phone';
import { product } from './owner-screen';
import { signUpOwner } from './sign-up-owner';

const own = randomBytes(4).toString('hex').toUpperCase();
const house = `House of Traces ${own}`;
const slug = `house-of-traces-${own.toLowerCase()}`;
const email = `traces-${own.toLowerCase()}@example.com`;
/** What the owner is told of documents, one or several. */
const news = [/documents? to check/i, /visas? ends? within 3 days/i, /visas? ends? before/i, /to erase/i];
const password = 'a password of ten';
const logFile = path.join(import.meta.dirname, '../../../.reports/journeys.log');

/** What the document says, and nothing else of the product does. */
const secrets = {
  surname: `Quetzalcoatl${own}`,
  givenNames: `Xochimilco${own}`,
  documentNumber: `ZX${own}77`,
  birthDate: '1907-03-29',
};
/** These stand in the clear on purpose: they show that the search finds what is there. */
const rejection = `Not to be read ${own}`;

test('what a document says and shows stands in no file of the database and of Storage, in no log, mail or push message', async ({
  page,
  browser,
}) => {
  const { desk, stay } = await makeHouse(page);
  const phone = await openPhone(browser);
  const picture = await drawNoise();
  const fields = {
    ...secrets,
    nationality: 'MX',
    visaType: 'tourist',
    visaExpiryDate: new HouseClock().day(2),
  };
  const guest = { code: stay.bookingCode, lastName: 'Lan' };
  const rejected = await handInDocument(phone.request, { fields, file: picture }, guest);
  await desk.reviewDocuments(slug, stay.bookingCode, { status: 'rejected', reason: rejection });
  const kept = await handInDocument(phone.request, { fields, file: picture }, guest);
  const asked = await phone.request.post(
    `${product.staysUrl}/api/stay/${stay.bookingCode}/documents/${rejected}/erasure`,
    { headers: { origin: product.staysUrl } },
  );
  expect(asked.status()).toBe(200);
  await beRefused(phone.request, stay.bookingCode, fields);
  const swept = await page.request.post(product.sweepUrl);
  expect(swept.status()).toBe(204);
  // What happened within two minutes is one mail.
  await expect.poll(() => listMissingNews(page), { timeout: 400_000 }).toEqual([]);

  // The desk reads all of it, takes the guest's data as an archive, and verifies.
  await page.goto(`${stay.base}/documents/${kept}`);
  await expect(page.getByText(secrets.documentNumber)).toBeVisible();
  const shown = page.getByRole('img', { name: /^Page 1 of/ });
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
  const archive = await page.request.get(`${stay.base}/bookings/${stay.id}/data/archive`);
  expect(archive.status()).toBe(200);
  await desk.reviewDocuments(slug, stay.bookingCode, { status: 'verified' });

  const traces: Traces = new Map([
    ...Object.entries(secrets).map(([name, text]) => [name, writeInAllForms(text)] as const),
    ['picture that was sent', cutPieces(picture)],
    ['picture that was kept', cutPieces(await reEncode(picture))],
  ]);
  const inTheClear: Traces = new Map([['reason', writeInAllForms(rejection)]]);
  expect(await findTracesInFolder(inTheClear, product.dataDir)).not.toEqual([]);
  expect(await findTracesInFolder(traces, product.dataDir)).toEqual([]);
  const log = await readFile(logFile);
  expect(log.includes('/api/stay/[code]/documents')).toBe(true);
  expect(findTraces(traces, 'log', log)).toEqual([]);
  for (const [name, text] of Object.entries(await readSent(page))) {
    expect(text).toContain(house);
    expect(findTraces(traces, name, Buffer.from(text))).toEqual([]);
  }
  await phone.close();
});

type Stay = { base: string; id: string; bookingCode: string };

/** A house that asks for pictures, whose owner is told of everything by mail and by push messages, with a guest in house. */
async function makeHouse(page: Page): Promise<{ desk: Desk; stay: Stay }> {
  await signUpOwner(page, { name: 'Kai Lenders', email, password });
  const place = { name: house, kind: /^Hotel/, rooms: '101-102', count: 2 };
  await makePlace(page, { ...place, roomType: 'Double' });
  const clock = new HouseClock();
  const desk = await Desk.signIn(email, password);
  await desk.setTimeZone(slug, clock.timeZone);
  await desk.changeSetting(slug, 'documents', 'image');
  const subscribed = await page.request.post(`${product.pushServiceUrl}/browsers`, {
    data: product.pushPublicKey,
  });
  await desk.hearEverything(slug, await subscribed.json());
  const [room = ''] = (await desk.listRooms(slug)).values();
  const guest = { name: 'Mai Lan', lastName: 'Lan' };
  const stay = await desk.bookDays(room, guest, { from: clock.day(0), to: clock.day(5) });
  await desk.checkIn(stay.id);
  return { desk, stay: { base: `${product.backofficeUrl}/p/${slug}`, ...stay } };
}

/** A picture like no other. */
async function drawNoise(): Promise<Buffer> {
  const size = { width: 600, height: 400, channels: 3 } as const;
  return sharp(randomBytes(size.width * size.height * 3), { raw: size })
    .blur(1)
    .jpeg()
    .toBuffer();
}

/** What the guest app keeps of a picture, before it is encrypted. */
async function reEncode(picture: Buffer): Promise<Buffer> {
  const decoded = await createPictureDecoder().reEncode(picture, 'traces', documentEncoding);
  if (!decoded.ok) {
    throw new Error(decoded.reason);
  }
  return Buffer.from(decoded.pictures[0]?.bytes ?? []);
}

/** Sends the same in ways that are refused: what is refused may be logged, and what it said may not. */
async function beRefused(
  guest: APIRequestContext,
  bookingCode: string,
  fields: Record<string, string>,
): Promise<void> {
  const address = `${product.staysUrl}/api/stay/${bookingCode}/documents`;
  const headers = { origin: product.staysUrl };
  const values = { documentType: 'passport', ...fields };
  const noPicture = {
    name: `${secrets.surname}.jpg`,
    mimeType: 'image/jpeg',
    buffer: Buffer.from(own.repeat(9)),
  };
  const refused = [
    await guest.post(address, { headers, data: { ...values, consentVersion: secrets.documentNumber } }),
    await guest.post(address, {
      headers,
      data: { ...values, birthDate: secrets.surname, [secrets.documentNumber]: '' },
    }),
    await guest.post(address, {
      headers,
      multipart: { ...values, consentVersion: await readConsent(guest, address), file: noPicture },
    }),
    await guest.get(`${address}/${secrets.documentNumber}`),
  ];
  expect(refused.map((one) => one.status())).toEqual([409, 400, 415, 405]);
}

/** The kinds of news about a document, and the channels, that the owner was not told of yet. */
async function listMissingNews(page: Page): Promise<string[]> {
  const { mails, pushes } = await readSent(page);
  const own = {
    mails: mails
      .split('<article')
      .filter((mail) => mail.includes(email))
      .join(),
    pushes: pushes
      .split('"endpoint"')
      .filter((push) => push.includes(house))
      .join(),
  };
  return news.flatMap((one) =>
    Object.entries(own)
      .filter(([, sent]) => !one.test(sent))
      .map(([channel]) => `${one} by ${channel}`),
  );
}

/** All mails as the page of the embedded stack shows them, and all push messages as browsers decrypt them. */
async function readSent(page: Page): Promise<{ mails: string; pushes: string }> {
  const [mails, pushes] = await Promise.all([
    page.request.get(`${product.supabaseUrl}/_mail`),
    page.request.get(`${product.pushServiceUrl}/received`),
  ]);
  return { mails: await mails.text(), pushes: await pushes.text() };
}
