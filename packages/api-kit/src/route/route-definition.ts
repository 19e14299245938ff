import type { AccessTier, FullSession, GuestSession } from '@gudbro/auth';
import type { z } from 'zod';
import type { ErrorCode } from '../errors/error-table.ts';

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
  /** Strings by name, as the address gives them. */
  params?: z.ZodType<Params>;
  /** What a parameter that does not parse is called; a route of one code says which code. */
  paramsError?: ErrorCode;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  output: z.ZodType<Output>;
  /** For a route that answers with a file: its output is text of this type, not JSON. */
  contentType?: string;
  maxBodyBytes?: number;
};

export type RouteContext<Tier extends RouteTier, Params, Query, Body> = {
  request: Request;
  requestId: string;
  session: SessionOf<Tier>;
  params: Params;
  query: Query;
  body: Body;
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
