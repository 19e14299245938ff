import { makePng } from '../../apps/stays/e2e/make-png.ts';

/**
 * Reports an incident with a photo as a guest of the demo, and returns what the app says of it. A photo is decoded by a
 * process that the app starts from a file of its own, which no bundle has.
 */
export async function reportWithPhoto(staysUrl: string): Promise<unknown> {
  const proof = await fetch(`${staysUrl}/api/stay/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ bookingCode: 'BK-GUEST2', lastName: 'Johnson' }),
  });
  // The app's own responses: a wrong one fails the test.
  const { token } = (await proof.json()) as { token: string };
  const form = new FormData();
  form.set('title', 'Cold shower');
  form.set('priority', 'low');
  form.append('photos', new Blob([new Uint8Array(makePng())]), 'shower.png');
  const response = await fetch(`${staysUrl}/api/stay/BK-GUEST2/incidents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const { incident, error } = (await response.json()) as {
    incident?: { photoCount: number };
    error?: string;
  };
  return { status: response.status, photos: incident?.photoCount, error };
}
