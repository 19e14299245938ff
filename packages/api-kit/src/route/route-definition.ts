import type { AccessTier, FullSession, GuestSession } from '@gudbro/auth';
import type { z } from 'zod';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { ParseErrorCode } from './parse-input.ts';
import type { FileRule } from './read-body.ts';
import type { KeyRule } from './read-idempotency-key.ts';

/** `public`: any caller; its session is null without a valid token. */
export type RouteTier = 'public' | AccessTier;

/** The session that a handler gets: on a public route it may be null. */
export type SessionOf<Tier extends RouteTier> = Tier extends 'full'
  ? FullSession
  : Tier extends 'browse'
    ? GuestSession
    : GuestSession | null;

/** How a route is declared. */
export type RouteDefinition<Tier extends RouteTier, Params, Query, Body, Output> = {
  /** The pattern, for the log and the OpenAPI document: `/api/stay/room/[roomCode]`. */
  route: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** Who may call. There is no default. */
  tier: Tier;
  /** One line for the OpenAPI document. */
  summary: string;
  /** The errors of this route, besides those that `listErrors` derives from its definition. */
  errors?: readonly ErrorCode[];
  /** The parameters of the address: strings by name. */
  params?: z.ZodType<Params>;
  /** The error for a parameter that does not parse, such as `invalid_room_code`. */
  paramsError?: ParseErrorCode;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** A body that is valid, for the OpenAPI document. */
  bodyExample?: object;
  output: z.ZodType<Output>;
  /** For a route that responds with a file: its output is text or bytes of this type, not JSON. */
  contentType?: string;
  /** The route creates something: 201, or 200 for a retry, whose response has what the first try created. */
  makes?: boolean;
  /** Whether a request may or must have the header Idempotency-Key, by which a retry is recognised. */
  idempotencyKey?: KeyRule;
  /** The route responds without the database, so it has no `internal` and no `unavailable`. */
  isLocal?: boolean;
  maxBodyBytes?: number;
  /** The body may also come as a form with files. */
  files?: FileRule;
  /** Called before such a form is read. Throws where this caller may not send one now. */
  admitFiles?: (caller: { session: SessionOf<Tier>; params: Params }) => Promise<void>;
  /** The body may also be that of a plain form, from a page that works without a script. */
  form?: boolean;
  /** The route is polled: its responses have an ETag, and an unchanged one is a 304 without a body. */
  isPolled?: boolean;
};

/** What a handler gets: the parsed parts of the request, and its caller. */
export type RouteContext<Tier extends RouteTier, Params, Query, Body> = {
  request: Request;
  requestId: string;
  session: SessionOf<Tier>;
  params: Params;
  query: Query;
  body: Body;
  files: readonly File[];
  /** Null where none was sent and the route does not require one. */
  idempotencyKey: string | null;
  /** The caller's key in the database's limits. With a scope, callers who proved something are counted apart. */
  clientKey(...scope: string[]): string;
};

/** What a handler returns. Its `body` is checked by the output schema; `status` is 200 unless it is given. */
export type RouteResult<Output> = {
  body: Output;
  status?: number;
  headers?: Record<string, string>;
  /** Set-Cookie values. */
  cookies?: string[];
};

/** The definition of a route of any types, for code that lists routes and does not run them. */
export type AnyRouteDefinition = Pick<
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
  | 'bodyExample'
  | 'maxBodyBytes'
> & { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType; output: z.ZodType };

/** Definitions by the names of their routes, as a contract lists them: `{ … } as const satisfies RouteDefinitions`. */
export type RouteDefinitions = Readonly<Record<string, Readonly<AnyRouteDefinition>>>;
