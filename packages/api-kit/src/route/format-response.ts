import { createHash } from 'node:crypto';
import type { PlainResponse } from './plain-response.ts';
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
): PlainResponse {
  // A mismatch throws, which becomes `internal`. Fields that the schema does not name are dropped.
  const body = definition.output.parse(result.body);
  const response = {
    status: result.status ?? 200,
    headers: { ...result.headers, 'Content-Type': definition.contentType ?? 'application/json' },
    cookies: result.cookies ?? [],
    content: formatContent(definition, body),
  };
  return definition.isPolled ? respondToPoll(request, response) : response;
}

type Content = NonNullable<PlainResponse['content']>;

function formatContent({ contentType }: { contentType?: string }, body: unknown): Content {
  if (contentType === undefined) {
    return JSON.stringify(body);
  }
  return body instanceof Uint8Array ? new Uint8Array(body) : String(body);
}

/** The tag is a hash of the response, so no version has to be stored. */
function respondToPoll(request: Request, response: PlainResponse & { content: Content }): PlainResponse {
  const tag = `"${createHash('sha256').update(response.content).digest('base64url').slice(0, 22)}"`;
  const headers = { ...response.headers, ETag: tag, 'Cache-Control': 'private, no-cache' };
  return request.headers.get('if-none-match') === tag
    ? { ...response, headers, status: 304, content: null }
    : { ...response, headers };
}
