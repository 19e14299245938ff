export {
  type ActionContext,
  type ActionDefinition,
  type ActionKitOptions,
  createActionKit,
  type FormAction,
} from './action/define-action.ts';
export type { ActionReply, FormState } from './action/form-state.ts';
export { hashClient, readClientAddress } from './client-key.ts';
export { ApiError } from './errors/api-error.ts';
export { type ErrorCode, errorTable, isErrorCode } from './errors/error-table.ts';
export { type DatabaseError, mapDatabaseError } from './errors/map-database-error.ts';
export { describeApi, listErrors } from './openapi/describe-api.ts';
export { originSchema } from './origin-schema.ts';
export { EnvError, parseEnv } from './parse-env.ts';
export { createJsonLog, describeFault, type Log } from './request-log.ts';
export { createAddressLimiter } from './route/address-limiter.ts';
export { createRouteKit, type RouteHandler, type RouteKitOptions } from './route/create-route-kit.ts';
export type { PlainAnswer } from './route/plain-answer.ts';
export type {
  DescribedRoute,
  RouteContext,
  RouteDefinition,
  RouteReply,
  RouteTier,
} from './route/route-definition.ts';
export type { RouteRequest } from './route/route-request.ts';
export { defineKeptPage, type PageLoad, type PageRequest } from './server/define-kept-page.ts';
export {
  currentRequest,
  describePage,
  type PageFacts,
  type RequestFacts,
  runWithFacts,
} from './server/request-facts.ts';
export { terminalLog } from './terminal-log.ts';
