import { z } from 'zod';
import { type ErrorCode, errorTable } from '../errors/error-table.ts';
import { keyPattern } from '../route/read-idempotency-key.ts';
import type { DescribedRoute } from '../route/route-definition.ts';

type JsonObject = Record<string, unknown>;

export type ApiInfo = {
  title: string;
  version: string;
  description: string;
  serverUrl: string;
  cookieName: string;
};

/** The OpenAPI description of these routes, from the very schemas that parse and shape them. */
export function describeApi(info: ApiInfo, routes: readonly DescribedRoute[]): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const definition of routes) {
    const path = definition.route.replace(/\[(\w+)\]/g, '{$1}');
    paths[path] = { ...paths[path], [definition.method.toLowerCase()]: describeRoute(definition) };
  }
  return {
    openapi: '3.1.0',
    info: { title: info.title, version: info.version, description: info.description },
    servers: [{ url: info.serverUrl }],
    paths,
    components: {
      schemas: { Error: errorSchema },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: info.cookieName },
      },
    },
  };
}

const errorSchema = {
  type: 'object',
  required: ['error', 'message', 'requestId'],
  properties: {
    error: { type: 'string', enum: Object.keys(errorTable) },
    message: { type: 'string' },
    requestId: { type: 'string' },
  },
};

const retryAfter = { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } };

function describeRoute(definition: DescribedRoute): JsonObject {
  const parameters = [
    ...listParameters(definition.params, 'path'),
    ...listParameters(definition.query, 'query'),
    ...describeKey(definition),
  ];
  return {
    summary: definition.summary,
    ...(definition.tier === 'public' ? {} : { security: [{ bearer: [] }, { cookie: [] }] }),
    'x-tier': definition.tier,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(definition.body ? { requestBody: describeBody(definition, definition.body) } : {}),
    responses: { ...describeAnswer(definition), ...describeErrors(definition) },
  };
}

function listParameters(schema: z.ZodType | undefined, place: 'path' | 'query'): JsonObject[] {
  if (!schema) {
    return [];
  }
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, parameter]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: parameter,
  }));
}

function describeKey({ idempotencyKey }: DescribedRoute): JsonObject[] {
  if (idempotencyKey === undefined) {
    return [];
  }
  const schema = { type: 'string', pattern: keyPattern.source };
  const description =
    'The same for each try of one wish: it is done once, and a retry gets the first answer.';
  return [
    { name: 'Idempotency-Key', in: 'header', required: idempotencyKey === 'required', schema, description },
  ];
}

function describeBody({ files }: DescribedRoute, body: z.ZodType): JsonObject {
  const schema = toJsonSchema(body, 'input');
  if (!files) {
    return { required: true, content: { 'application/json': { schema } } };
  }
  const photos = { type: 'array', maxItems: files.max, items: { type: 'string', format: 'binary' } };
  const form = { ...schema, properties: { ...schema.properties, [files.field]: photos } };
  return {
    required: true,
    content: { 'application/json': { schema }, 'multipart/form-data': { schema: form } },
  };
}

function describeAnswer(definition: DescribedRoute): JsonObject {
  const { contentType = 'application/json', output, isPolled, makes, idempotencyKey } = definition;
  const content = { [contentType]: { schema: toJsonSchema(output, 'output') } };
  const isRepeatable = !makes || idempotencyKey !== undefined;
  return {
    ...(makes ? { 201: { description: 'It came to be.', content } } : {}),
    ...(isRepeatable
      ? { 200: { description: makes ? 'What an earlier try under this key made.' : 'The answer.', content } }
      : {}),
    ...(isPolled ? { 304: { description: 'Unchanged since the tag in If-None-Match.' } } : {}),
  };
}

function describeErrors(definition: DescribedRoute): JsonObject {
  const byStatus: Record<number, ErrorCode[]> = {};
  for (const code of listErrors(definition)) {
    const { status } = errorTable[code];
    byStatus[status] = [...(byStatus[status] ?? []), code];
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, codes]) => [status, describeError(codes)]),
  );
}

function describeError(codes: ErrorCode[]): JsonObject {
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Error' }, { properties: { error: { enum: codes } } }],
  };
  return {
    description: codes.map((code) => `${code}: ${errorTable[code].message}`).join(' '),
    ...(codes.some((code) => code === 'rate_limited' || code === 'unavailable')
      ? { headers: { 'Retry-After': retryAfter } }
      : {}),
    content: { 'application/json': { schema } },
  };
}

/** What follows from the declaration, and what it adds. */
export function listErrors(definition: DescribedRoute): ErrorCode[] {
  const { tier, method, params, paramsError = 'invalid_request', query, body, idempotencyKey } = definition;
  const implied: ErrorCode[] = ['rate_limited'];
  if (!definition.isLocal) {
    implied.push('internal', 'unavailable');
  }
  if (params) {
    implied.push(paramsError);
  }
  // A write that another site started is refused by the wrapper, whatever it sends.
  if (query || body || idempotencyKey || method !== 'GET') {
    implied.push('invalid_request');
  }
  if (body) {
    implied.push('too_large', 'unsupported_file');
  }
  if (tier !== 'public') {
    implied.push('session_expired');
  }
  if (tier === 'full') {
    implied.push('verification_required');
  }
  return [...new Set([...implied, ...(definition.errors ?? [])])];
}

type ObjectSchema = { properties?: Record<string, unknown>; required?: string[] } & JsonObject;

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
