import type { GuestApi } from './contract.ts';

/** A route of the API: `POST /api/stay/[code]/orders`. */
export type ApiRoute = keyof GuestApi;

export type ApiOutput<Route extends ApiRoute> = GuestApi[Route]['output'];

/** What the contract asks for of a route. A body that is a FormData is sent as a form. */
export type ApiInput<Route extends ApiRoute> = Part<Route, 'params'> &
  Part<Route, 'query'> &
  Part<Route, 'body'> &
  Part<Route, 'idempotencyKey'>;

type Part<
  Route extends ApiRoute,
  Name extends 'params' | 'query' | 'body' | 'idempotencyKey',
> = undefined extends GuestApi[Route][Name]
  ? { [Optional in Name]?: GuestApi[Route][Name] }
  : { [Required in Name]: GuestApi[Route][Name] };
