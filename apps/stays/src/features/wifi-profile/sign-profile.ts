import 'server-only';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { OctetString } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { readPemBlocks } from './read-pem-blocks';

/** A certificate with its chain, and its private key, both as PEM. */
export type ProfileSigner = { certificate: string; key: string };

const curves: Record<string, string> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

/**
 * Signs a profile, so that the phone names who it is from instead of warning that nobody signed it. Returns CMS signed data
 * (RFC 5652) that contains the profile.
 */
export async function signProfile(profile: string, signer: ProfileSigner): Promise<Uint8Array<ArrayBuffer>> {
  const certificates = readPemBlocks(signer.certificate).map((block) => Certificate.fromBER(block));
  const [own] = certificates;
  if (own === undefined) {
    throw new TypeError('There is no certificate to sign a profile with.');
  }
  const content = new OctetString({ valueHex: new TextEncoder().encode(profile) });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA, eContent: content }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
      }),
    ],
    certificates,
  });
  await signed.sign(await importKey(createPrivateKey(signer.key)), 0, 'SHA-256');
  const info = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}

function importKey(key: KeyObject): Promise<CryptoKey> {
  const namedCurve = curves[key.asymmetricKeyDetails?.namedCurve ?? ''];
  const algorithm = namedCurve
    ? { name: 'ECDSA', namedCurve }
    : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const der = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}
