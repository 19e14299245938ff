import { ApiError } from '../errors/api-error.ts';

/** The value of a body, still to be parsed by a schema, and its files. */
export type ReadBody = { value: unknown; files: File[] };

/** The files that a form may have: the name of their field, how many, and the size of each. */
export type FileRule = { field: string; max: number; maxBytes: number };

/** In which forms a body may come besides JSON. */
export type BodyRule = {
  files?: FileRule | undefined;
  form?: boolean | undefined;
  /** How many fields a form with files may have besides them. */
  maxFields?: number;
  /** Throws where this caller may not send a form with files now. */
  admitFiles?: () => Promise<void>;
};

/**
 * Reads a body up to a size: JSON, a multipart form where `rule.files` allows it, or a plain form where `rule.form` does.
 * Throws `too_large` before the body is read if its Content-Length is too large, and otherwise while it is read. A form
 * with files is large, so the caller is admitted before it is read.
 */
export async function readBody(request: Request, maxBytes: number, rule: BodyRule = {}): Promise<ReadBody> {
  const contentType = request.headers.get('content-type') ?? '';
  if (/^application\/json\s*(;|$)/i.test(contentType)) {
    return { value: await readJson(request, maxBytes), files: [] };
  }
  if (rule.files !== undefined && isFormWithFiles(request)) {
    return readForm(request, contentType, maxBytes + rule.files.max * rule.files.maxBytes, {
      ...rule,
      files: rule.files,
    });
  }
  if (rule.form && /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType)) {
    const fields = new URLSearchParams(new TextDecoder().decode(await readBytes(request, maxBytes)));
    return { value: Object.fromEntries(fields), files: [] };
  }
  throw new ApiError('unsupported_file');
}

export function isFormWithFiles({ headers }: Request): boolean {
  return /^multipart\/form-data\s*;/i.test(headers.get('content-type') ?? '');
}

async function readForm(
  request: Request,
  contentType: string,
  maxBytes: number,
  { files: rule, maxFields = 0, admitFiles }: BodyRule & { files: FileRule },
): Promise<ReadBody> {
  requireLength(request, maxBytes);
  await admitFiles?.();
  const form = await parseForm(await readBytes(request, maxBytes), contentType, maxFields + rule.max);
  const files = form.getAll(rule.field).filter((entry) => entry instanceof File);
  form.delete(rule.field);
  if (files.length > rule.max) {
    throw new ApiError('invalid_request', {
      issues: [{ path: [rule.field], message: `at most ${rule.max}` }],
    });
  }
  if (files.some((file) => file.size > rule.maxBytes)) {
    throw new ApiError('too_large');
  }
  return { value: Object.fromEntries(form), files };
}

// The head of a part names its field and its file.
const maxHeadBytes = 4096;

/** Parses a multipart form. Parts and the lines of their heads cost far more than bytes, so they are bounded first. */
async function parseForm(
  bytes: Buffer<ArrayBuffer>,
  contentType: string,
  maxParts: number,
): Promise<FormData> {
  const [, boundary] = /;\s*boundary="?([\w'-]{1,70})"?\s*(?:;|$)/i.exec(contentType) ?? [];
  if (boundary === undefined) {
    throw new ApiError('invalid_request', { issues: [{ path: [], message: 'needs a boundary' }] });
  }
  const excess = findExcess(bytes, `--${boundary}`, maxParts);
  if (excess !== null) {
    throw new ApiError('invalid_request', { issues: [{ path: [], message: excess }] });
  }
  try {
    // The boundary that was counted, and no other that the header may be read to name.
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    return await new Response(bytes, { headers }).formData();
  } catch (cause) {
    throw new ApiError('invalid_request', { cause });
  }
}

/** What a form has too much of, or null. */
function findExcess(bytes: Buffer, delimiter: string, maxParts: number): string | null {
  let found = 0;
  let at = bytes.indexOf(delimiter);
  // One more than there are parts: the last one closes the form.
  while (at !== -1 && found <= maxParts + 1) {
    found += 1;
    const head = bytes.subarray(at + delimiter.length, at + delimiter.length + maxHeadBytes);
    if (head.length === maxHeadBytes && !head.includes('\r\n\r\n')) {
      return 'a part has too long a head';
    }
    at = bytes.indexOf(delimiter, at + delimiter.length);
  }
  return found > maxParts + 1 ? `at most ${maxParts} parts` : null;
}

async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ApiError('invalid_request', { cause });
  }
}

function requireLength(request: Request, maxBytes: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    throw new ApiError('too_large');
  }
}

/** A client that ends its connection in the middle of a body is no fault of ours. */
function refuseCutBody(cause: unknown): never {
  const isCut = cause instanceof Error && 'code' in cause && cause.code === 'ECONNRESET';
  throw isCut ? new ApiError('invalid_request', { cause }) : cause;
}

/** Reads a body up to a size, or throws `too_large`: before it is read where its Content-Length says so. */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  requireLength(request, maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  const read = () => reader?.read().catch(refuseCutBody);
  for (let part = await read(); part !== undefined && !part.done; part = await read()) {
    size += part.value.length;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new ApiError('too_large');
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
