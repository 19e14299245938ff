import { request as httpRequest } from 'node:http';
import { expect, test } from '@playwright/test';
import { product } from './product';

type Scan = { length: string | undefined; policyNonce: string; nonces: Set<string>; text: string };

/** Scans as a program that reads no compressed response: what is sent whole has a length, what is rendered does not. */
function scan(path: string): Promise<Scan> {
  return new Promise((resolve, reject) => {
    const url = new URL(path, product.staysUrl);
    const headers = { accept: 'text/html', 'accept-encoding': 'identity' };
    const sent = httpRequest(url, { headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({
          length: response.headers['content-length'],
          policyNonce:
            /'nonce-([\w-]+)'/.exec(String(response.headers['content-security-policy']))?.[1] ?? '',
          nonces: new Set([...text.matchAll(/\snonce="([\w-]+)"/g)].map(([, nonce = '']) => nonce)),
          text,
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('the second scan of a room is not rendered again, and runs under a nonce of its own', async () => {
  // Next loads the code of a page with the first request for it, and our server knows the page from then on.
  await scan('/stay/room/RM-HUSH2345');
  const first = await scan('/stay/room/RM-PAMEMPTY');
  const second = await scan('/stay/room/RM-PAMEMPTY');
  expect(Number(second.length)).toBe(Buffer.byteLength(second.text));
  expect(second.policyNonce).not.toBe(first.policyNonce);
  expect([...second.nonces]).toEqual([second.policyNonce]);
  expect(second.text.replaceAll(second.policyNonce, first.policyNonce)).toBe(first.text);
});

test('an address with a query is not kept: its page is rendered', async () => {
  await scan('/stay/room/RM-PAMEMPTY?from=mail');
  expect((await scan('/stay/room/RM-PAMEMPTY?from=mail')).length).toBeUndefined();
});
