import { createHash } from 'node:crypto';
import type { PlainAnswer } from './plain-answer.ts';
import type { RouteDefinition, RouteReply } from './route-definition.ts';
import type { RouteRequest } from './route-request.ts';

type Producing<Output> = Pick<
  RouteDefinition<'public', never, never, never, Output>,
  'output' | 'contentType' | 'isPolled'
>;

/** What a handler answered, checked and written down. */
export function formatReply<Output>(
  definition: Producing<Output>,
  reply: RouteReply<Output>,
  request: RouteRequest,
): PlainAnswer {
  // Throws on a mismatch, which is our own fault: internal. Fields the schema does not name never leave.
  const body = definition.output.parse(reply.body);
  const answer = {
    status: reply.status ?? 200,
    headers: { ...reply.headers, 'Content-Type': definition.contentType ?? 'application/json' },
    cookies: reply.cookies ?? [],
    text: definition.contentType === undefined ? JSON.stringify(body) : String(body),
  };
  return definition.isPolled ? answerPoll(request, answer) : answer;
}

/** The tag is made of the answer itself, so there is no version to keep. */
function answerPoll(request: RouteRequest, answer: PlainAnswer & { text: string }): PlainAnswer {
  const tag = `"${createHash('sha256').update(answer.text).digest('base64url').slice(0, 22)}"`;
  const headers = { ...answer.headers, ETag: tag, 'Cache-Control': 'private, no-cache' };
  return request.headers.get('if-none-match') === tag
    ? { ...answer, headers, status: 304, text: null }
    : { ...answer, headers };
}
