import { createHash } from 'node:crypto';
import type { RouteDefinition, RouteResult } from './route-definition.ts';

type OutputRules<Output> = Pick<
  RouteDefinition<'public', never, never, never, Output>,
  'output' | 'contentType' | 'isPolled'
>;

/** Checks what a handler returned against its output schema and makes a response of it. */
export function formatResponse<Output>(
  definition: OutputRules<Output>,
  result: RouteResult<Output>,
  request: Request,
): Response {
  // A mismatch throws, which becomes `internal`. Fields that the schema does not name are dropped.
  const body = definition.output.parse(result.body);
  const content = formatContent(definition, body);
  const headers = new Headers({ 'Content-Type': definition.contentType ?? 'application/json' });
  for (const [name, value] of Object.entries(result.headers ?? {})) {
    headers.set(name, value);
  }
  for (const cookie of result.cookies ?? []) {
    headers.append('Set-Cookie', cookie);
  }
  const status = result.status ?? 200;
  return definition.isPolled
    ? respondToPoll(request, content, { status, headers })
    : new Response(content, { status, headers });
}

type Content = string | Uint8Array<ArrayBuffer>;

function formatContent({ contentType }: { contentType?: string }, body: unknown): Content {
  if (contentType === undefined) {
    return JSON.stringify(body);
  }
  return body instanceof Uint8Array ? new Uint8Array(body) : String(body);
}

/** The tag is a hash of the response, so no version has to be stored. */
function respondToPoll(
  request: Request,
  content: Content,
  { status, headers }: { status: number; headers: Headers },
): Response {
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  headers.set('ETag', tag);
  headers.set('Cache-Control', 'private, no-cache');
  return request.headers.get('if-none-match') === tag
    ? new Response(null, { status: 304, headers })
    : new Response(content, { status, headers });
}
