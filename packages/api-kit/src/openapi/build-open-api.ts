import { z } from 'zod';
import type { ErrorCode } from '../errors/error-codes.ts';
import { errorTable } from '../errors/error-table.ts';
import { keyPattern } from '../route/read-idempotency-key.ts';
import type { AnyRouteDefinition, RouteDefinitions } from '../route/route-definition.ts';
import { listErrors } from './list-errors.ts';

type JsonObject = Record<string, unknown>;

/** What the OpenAPI document says of the API as a whole. */
export type ApiInfo = {
  title: string;
  version: string;
  description: string;
  license: { name: string; identifier: string };
  serverUrl: string;
  cookieName: string;
};

/**
 * The OpenAPI document of these routes, from the schemas by which they parse requests and shape responses. `examples` has a
 * response by the name of its route.
 */
export function buildOpenApi(
  info: ApiInfo,
  routes: RouteDefinitions,
  examples: Readonly<Record<string, unknown>>,
): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [name, definition] of Object.entries(routes)) {
    const path = definition.route.replace(/\[(\w+)\]/g, '{$1}');
    const operation = buildOperation(name, definition, examples[name]);
    paths[path] = { ...paths[path], [definition.method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.0',
    info: { title: info.title, version: info.version, description: info.description, license: info.license },
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

function buildOperation(name: string, definition: AnyRouteDefinition, example: unknown): JsonObject {
  const session = [{ bearer: [] }, { cookie: [] }];
  const parameters = [
    ...listParameters(definition.params, 'path'),
    ...listParameters(definition.query, 'query'),
    ...listKeyHeader(definition),
  ];
  return {
    operationId: name,
    summary: definition.summary,
    // An empty requirement: a session may be sent, and need not.
    security: definition.tier === 'public' ? [{}, ...session] : session,
    'x-tier': definition.tier,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(definition.body ? { requestBody: buildRequestBody(definition, definition.body) } : {}),
    responses: { ...buildSuccessResponses(definition, example), ...buildErrorResponses(definition) },
  };
}

function listParameters(schema: z.ZodType | undefined, location: 'path' | 'query'): JsonObject[] {
  if (!schema) {
    return [];
  }
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, parameter]) => ({
    name,
    in: location,
    required: location === 'path' || required.includes(name),
    schema: parameter,
  }));
}

function listKeyHeader({ idempotencyKey }: AnyRouteDefinition): JsonObject[] {
  if (idempotencyKey === undefined) {
    return [];
  }
  const schema = { type: 'string', pattern: keyPattern.source };
  const description =
    'The same for each try of one request: it is carried out once, and a retry gets the response of the first try.';
  return [
    { name: 'Idempotency-Key', in: 'header', required: idempotencyKey === 'required', schema, description },
  ];
}

function buildRequestBody({ files, bodyExample }: AnyRouteDefinition, body: z.ZodType): JsonObject {
  const example = bodyExample === undefined ? {} : { example: bodyExample };
  const schema = toJsonSchema(body, 'input');
  if (!files) {
    return { required: true, content: { 'application/json': { schema, ...example } } };
  }
  const photos = { type: 'array', maxItems: files.max, items: { type: 'string', format: 'binary' } };
  const form = { ...schema, properties: { ...schema.properties, [files.field]: photos } };
  return {
    required: true,
    content: { 'application/json': { schema, ...example }, 'multipart/form-data': { schema: form } },
  };
}

function buildSuccessResponses(definition: AnyRouteDefinition, example: unknown): JsonObject {
  const { contentType = 'application/json', output, isPolled, makes, idempotencyKey } = definition;
  const content = {
    [contentType]: {
      schema: toJsonSchema(output, 'output'),
      ...(example === undefined ? {} : { example }),
    },
  };
  const isRepeatable = !makes || idempotencyKey !== undefined;
  return {
    ...(makes ? { 201: { description: 'It was created.', content } } : {}),
    ...(isRepeatable
      ? {
          200: {
            description: makes ? 'What an earlier try with this key created.' : 'The response.',
            content,
          },
        }
      : {}),
    ...(isPolled ? { 304: { description: 'Unchanged since the tag in If-None-Match.' } } : {}),
  };
}

function buildErrorResponses(definition: AnyRouteDefinition): JsonObject {
  const byStatus: Record<number, ErrorCode[]> = {};
  for (const code of listErrors(definition)) {
    const { status } = errorTable[code];
    byStatus[status] = [...(byStatus[status] ?? []), code];
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, codes]) => [status, buildErrorResponse(codes)]),
  );
}

function buildErrorResponse(codes: ErrorCode[]): JsonObject {
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

type ObjectSchema = { properties?: Record<string, unknown>; required?: string[] } & JsonObject;

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
