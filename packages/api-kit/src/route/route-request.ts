/** What a handler may know of its request: as much as our own server has without making a whole Request of it. */
export type RouteRequest = {
  method: string;
  url: string;
  headers: { get(name: string): string | null };
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
};
