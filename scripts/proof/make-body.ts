import type { Material } from './make-request.ts';
import { makeJson, nastyTexts } from './nasty-values.ts';
import type { Random } from './random.ts';

export type Body = { bytes: Buffer; contentType: string };

const otherTypes = [
  '',
  'text/plain',
  'application/xml',
  'multipart/form-data',
  'application/json; charset=utf-16',
  'a/b/c',
];

/** A body of one of the forms that the product reads, mostly wrong in its fields and sometimes in its form. */
export function makeBody(random: Random, material: Material): Body {
  const made = random.pick([makeJsonBody, makeJsonBody, makeJsonBody, makeForm, makeMultipart, makeRest])(
    random,
    material,
  );
  const bytes = random.isWithin(0.9) ? made.bytes : damage(random, made.bytes);
  return { bytes, contentType: random.isWithin(0.9) ? made.contentType : random.pick(otherTypes) };
}

function makeJsonBody(random: Random, material: Material): Body {
  const texts = [...material.names, ...[...material.values.values()].flatMap((each) => each.slice(0, 3))];
  const value = random.isWithin(0.9)
    ? Object.fromEntries(listFields(random, material).map((name) => [name, makeJson(random, texts)]))
    : makeJson(random, texts);
  return { bytes: Buffer.from(JSON.stringify(value)), contentType: 'application/json' };
}

function makeForm(random: Random, material: Material): Body {
  const fields = new URLSearchParams();
  for (const field of listFields(random, material)) {
    fields.append(field, makeText(random, material, field));
  }
  return { bytes: Buffer.from(String(fields)), contentType: 'application/x-www-form-urlencoded' };
}

function makeMultipart(random: Random, material: Material): Body {
  const boundary = random.pick(['b', '----WebKitFormBoundaryABC', '-'.repeat(70)]);
  const parts = listFields(random, material).map((name) => {
    const file = random.isWithin(0.3) ? '; filename="a.jpg"\r\nContent-Type: image/jpeg' : '';
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${makeText(random, material, name)}\r\n`;
  });
  const photo = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="photos"; filename="p.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
    ),
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 40 }, () => random.below(256))]),
    Buffer.from('\r\n'),
  ]);
  const close = random.isWithin(0.9) ? `--${boundary}--\r\n` : '';
  return {
    bytes: Buffer.concat([Buffer.from(parts.join('')), photo, Buffer.from(close)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

function makeRest(random: Random): Body {
  const bytes = random.pick([
    () => Buffer.from('['.repeat(30_000)),
    () => Buffer.from('{"a":'.repeat(5000)),
    () => Buffer.from('{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}'),
    () => Buffer.from('{"a":1,"a":2}'),
    () => Buffer.from('\ufeff{}', 'utf16le'),
    () => Buffer.from('1e400'),
    () => Buffer.from('"\\ud800"'),
    () => Buffer.alloc(70_000, 'x'),
    () => Buffer.from(Array.from({ length: random.below(300) }, () => random.below(256))),
    () => Buffer.alloc(0),
  ])();
  return { bytes, contentType: 'application/json' };
}

function listFields(random: Random, { names }: Material): string[] {
  return Array.from({ length: random.below(6) }, () =>
    random.isWithin(0.95) ? random.pick(names) : random.pick(nastyTexts),
  );
}

function makeText(random: Random, { values }: Material, name: string): string {
  return random.pick([...(values.get(name) ?? []).slice(0, 20), ...nastyTexts]);
}

function damage(random: Random, bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  return random.pick([
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes, bytes]),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from([random.below(256)]), bytes.subarray(at)]),
  ])();
}
