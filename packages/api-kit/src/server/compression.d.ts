// Its published types are Express's, which is not here. It asks no more of a request than Node's own has.
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  const compression: () => Compress;
  export = compression;
}
