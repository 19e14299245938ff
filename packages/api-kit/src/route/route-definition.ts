import type { AccessTier, FullSession, GuestSession } from '@gudbro/auth';
import type { z } from 'zod';
import type { ErrorCode } from '../errors/error-table.ts';
import type { ParseErrorCode } from './parse-input.ts';
import type { FileRule } from './read-body.ts';
import type { KeyRule } from './read-idempotency-key.ts';
import type { RouteRequest } from './route-request.ts';

/** `public`: anybody, a session is known if there is one. */
export type RouteTier = 'public' | AccessTier;

export type SessionOf<Tier extends RouteTier> = Tier extends 'full'
  ? FullSession
  : Tier extends 'browse'
    ? GuestSession
    : GuestSession | null;

export type RouteDefinition<Tier extends RouteTier, Params, Query, Body, Output> = {
  /** The pattern, for the log and the API description: `/api/stay/room/[roomCode]`. */
  route: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** Who may call. There is no default. */
  tier: Tier;
  /** One line for the API's description. */
  summary: string;
  /** What this route may answer beside the errors every route of its kind may. */
  errors?: readonly ErrorCode[];
  /** Strings by name, as the address gives them. */
  params?: z.ZodType<Params>;
  /** What a parameter that does not parse is called; a route of one code says which code. */
  paramsError?: ParseErrorCode;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  output: z.ZodType<Output>;
  /** For a route that answers with a file: its output is text of this type, not JSON. */
  contentType?: string;
  /** Something comes to be: 201, and 200 where a retry is answered with what the first try made. */
  makes?: boolean;
  /** Whether a retry may, or has to, be known by the header Idempotency-Key. */
  idempotencyKey?: KeyRule;
  /** It is answered without the database: there is nothing that could fail or be away. */
  isLocal?: boolean;
  maxBodyBytes?: number;
  /** The body may also come as a form with files. */
  files?: FileRule;
  /** The body may also be what a plain form sends: the target of a page that works without script. */
  form?: boolean;
  /** The answer is polled: it carries a tag, and one that has not changed is a 304 without a body. */
  isPolled?: boolean;
  /** A GET that is asked very often: our server answers it past Next, so its handler may use nothing of Next's. */
  isDirect?: boolean;
};

export type RouteContext<Tier extends RouteTier, Params, Query, Body> = {
  request: RouteRequest;
  requestId: string;
  session: SessionOf<Tier>;
  params: Params;
  query: Query;
  body: Body;
  files: readonly File[];
  /** Null where none was sent, which a route that requires one has refused. */
  idempotencyKey: string | null;
  /** The caller in the database's limits. A scope sets apart those who have already proved a thing. */
  clientKey(...scope: string[]): string;
};

export type RouteReply<Output> = {
  body: Output;
  status?: number;
  headers?: Record<string, string>;
  /** Set-Cookie values. */
  cookies?: string[];
};

/** A definition whose types no longer matter: for what describes routes instead of running them. */
export type DescribedRoute = Pick<
  RouteDefinition<RouteTier, unknown, unknown, unknown, unknown>,
  | 'route'
  | 'method'
  | 'tier'
  | 'summary'
  | 'errors'
  | 'paramsError'
  | 'contentType'
  | 'files'
  | 'form'
  | 'isPolled'
  | 'makes'
  | 'idempotencyKey'
  | 'isLocal'
> & { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType; output: z.ZodType };
