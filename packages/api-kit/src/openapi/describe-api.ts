import { z } from 'zod';
import { type ErrorCode, errorTable } from '../errors/error-table.ts';
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

function describeRoute(definition: DescribedRoute): JsonObject {
  const parameters = [
    ...listParameters(definition.params, 'path'),
    ...listParameters(definition.query, 'query'),
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

function describeAnswer({ contentType = 'application/json', output, isPolled }: DescribedRoute): JsonObject {
  const answer = {
    description: 'The answer.',
    content: { [contentType]: { schema: toJsonSchema(output, 'output') } },
  };
  return {
    200: answer,
    ...(isPolled ? { 304: { description: 'Unchanged since the tag in If-None-Match.' } } : {}),
  };
}

function describeErrors(definition: DescribedRoute): JsonObject {
  const byStatus: Record<number, string[]> = {};
  for (const code of listErrors(definition)) {
    const { status } = errorTable[code];
    byStatus[status] = [...(byStatus[status] ?? []), code];
  }
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, codes]) => [status, { description: codes.join(', '), content }]),
  );
}

/** What follows from the declaration, and what it adds. */
export function listErrors({ tier, params, query, body, errors = [] }: DescribedRoute): ErrorCode[] {
  const implied: ErrorCode[] = ['rate_limited', 'internal', 'unavailable'];
  if (params || query || body) {
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
  return [...new Set([...implied, ...errors])];
}

type ObjectSchema = { properties?: Record<string, unknown>; required?: string[] } & JsonObject;

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
