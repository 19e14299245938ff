import type { APIRequestContext } from '@playwright/test';
import sharp from 'sharp';
import { product } from './owner-screen';

export type HandedIn = { fields?: Record<string, string>; file?: Buffer };

/** Opens the stay of a guest in house, by their last name, and hands in a document as the guest app does. Returns its id. */
export async function handInDocument(
  request: APIRequestContext,
  { fields = {}, file }: HandedIn,
  { code, lastName } = { code: 'BK-GUEST2', lastName: 'Johnson' },
): Promise<string> {
  const headers = { origin: product.staysUrl };
  const proof = await request.post(`${product.staysUrl}/api/stay/verify`, {
    headers,
    data: { bookingCode: code, lastName },
  });
  if (!proof.ok()) throw new Error(`${proof.status()} ${await proof.text()}`);
  const address = `${product.staysUrl}/api/stay/${code}/documents`;
  const values = { documentType: 'passport', consentVersion: await readConsent(request, address), ...fields };
  const body =
    file === undefined
      ? { data: values }
      : { multipart: { ...values, file: { name: 'passport.jpg', mimeType: 'image/jpeg', buffer: file } } };
  const added = await request.post(address, { headers, ...body });
  if (!added.ok()) throw new Error(`${added.status()} ${await added.text()}`);
  return (await added.json()).document.id;
}

/** The version of what a guest agrees to, at the address of their documents. */
export async function readConsent(request: APIRequestContext, address: string): Promise<string> {
  return (await (await request.get(address)).json()).policy.consentVersion;
}

/** A picture that looks like the page of a passport, of a person who does not exist. */
export function drawPassport(name: string, number: string): Promise<Buffer> {
  const lines = ['P&lt;UTO', `${number}&lt;4UTO9005178F3112316`].map(
    (line, index) =>
      `<text x="60" y="${790 + 60 * index}" font-family="monospace" font-size="40">${line.padEnd(44, '·').replaceAll('·', '&lt;')}</text>`,
  );
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="1260" height="900">
    <rect width="1260" height="900" fill="#efe6d2"/><rect x="60" y="120" width="330" height="430" fill="#8fa3a0"/>
    <circle cx="225" cy="280" r="85" fill="#e9d9c5"/><path d="M90 550q135-190 270 0z" fill="#4b5f68"/>
    <g font-family="sans-serif" fill="#222"><text x="440" y="110" font-size="46">UTOPIA · PASSPORT</text>
    <text x="440" y="220" font-size="40">${name}</text><text x="440" y="300" font-size="40">${number}</text></g>${lines.join('')}</svg>`;
  return sharp(Buffer.from(page)).jpeg().toBuffer();
}
