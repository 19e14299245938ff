/** What a handler may read of its request. Our server can provide this much without making a Request. */
export type RouteRequest = {
  method: string;
  url: string;
  headers: { get(name: string): string | null };
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
};
