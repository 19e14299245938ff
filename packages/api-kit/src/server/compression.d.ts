// The published types need Express, which is not installed. The library itself works with Node's own requests.
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  const compression: () => Compress;
  export = compression;
}
