import { generateKeyPairSync } from 'node:crypto';
import { Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate, ContentInfo, SignedData } from 'pkijs';
import { expect, test } from 'vitest';
import { type ProfileSigner, signProfile } from './sign-profile';

const commonName = '2.5.4.3';

const keyPairs = {
  EC: () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
  RSA: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
const algorithms = {
  EC: { name: 'ECDSA', namedCurve: 'P-256' },
  RSA: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
};

async function makeSigner(kind: keyof typeof keyPairs): Promise<ProfileSigner> {
  const { privateKey, publicKey } = keyPairs[kind]();
  const der = (key: typeof privateKey, type: 'pkcs8' | 'spki') =>
    new Uint8Array(key.export({ type, format: 'der' }));
  const algorithm = algorithms[kind];
  const signingKey = await crypto.subtle.importKey('pkcs8', der(privateKey, 'pkcs8'), algorithm, false, [
    'sign',
  ]);
  const checkingKey = await crypto.subtle.importKey('spki', der(publicKey, 'spki'), algorithm, true, [
    'verify',
  ]);
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: 7 }) });
  for (const name of [certificate.issuer, certificate.subject]) {
    name.typesAndValues.push(
      new AttributeTypeAndValue({ type: commonName, value: new Utf8String({ value: 'Test' }) }),
    );
  }
  certificate.notBefore.value = new Date('2026-01-01');
  certificate.notAfter.value = new Date('2027-01-01');
  await certificate.subjectPublicKeyInfo.importKey(checkingKey);
  await certificate.sign(signingKey, 'SHA-256');
  const content = Buffer.from(certificate.toSchema().toBER()).toString('base64');
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${content}\n-----END CERTIFICATE-----\n`,
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

function readSigned(bytes: Uint8Array<ArrayBuffer>): SignedData {
  return new SignedData({ schema: ContentInfo.fromBER(bytes).content });
}

const verify = (signed: SignedData) => signed.verify({ signer: 0, checkChain: false });

test.each(['EC', 'RSA'] as const)(
  'a profile signed with an %s key verifies, and holds the profile',
  async (kind) => {
    const signed = readSigned(await signProfile('<plist>Café</plist>', await makeSigner(kind)));
    expect(await verify(signed)).toBe(true);
    const content = signed.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0);
    expect(Buffer.from(content).toString()).toBe('<plist>Café</plist>');
    expect(signed.certificates).toHaveLength(1);
  },
);

test('a signed profile that was changed does not verify', async () => {
  const bytes = await signProfile('<plist>lantern-tide-42</plist>', await makeSigner('EC'));
  const at = Buffer.from(bytes).indexOf('lantern');
  bytes[at] = 'L'.charCodeAt(0);
  expect(await verify(readSigned(bytes))).toBe(false);
});
