import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * Where a connection is cut. `share` is the part of the first packet that still passes: a request or a response of these
 * proofs is one packet.
 */
export type Cut =
  | { at: 'connect' }
  | { at: 'request'; share: number }
  /** The whole request has passed; its sender is gone before the response. */
  | { at: 'sent' }
  /** With share 0 the server has responded and nothing of it arrives. */
  | { at: 'response'; share: number };

export type CuttingProxy = {
  url: string;
  /** Sends each new connection to the next of these addresses. */
  setTargets: (urls: readonly string[]) => void;
  countCuts: () => Readonly<Record<Cut['at'] | 'nowhere', number>>;
  close: () => Promise<void>;
};

/** A proxy that forwards bytes, and cuts each connection where `chooseCut` says; null: nowhere. */
export async function startCuttingProxy(chooseCut: () => Cut | null): Promise<CuttingProxy> {
  const counts = { connect: 0, request: 0, sent: 0, response: 0, nowhere: 0 };
  const open = new Set<Socket>();
  let targets: readonly string[] = [];
  let turn = 0;
  const server = createServer((client) => {
    const cut = chooseCut();
    counts[cut?.at ?? 'nowhere'] += 1;
    const target = targets[turn % targets.length];
    turn += 1;
    if (target === undefined || cut?.at === 'connect') {
      client.destroy();
      return;
    }
    const { hostname, port } = new URL(target);
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
    join(client, upstream, cut);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server on a port has no other kind of address
  return {
    url: `http://127.0.0.1:${port}`,
    setTargets: (urls) => {
      targets = urls;
    },
    countCuts: () => counts,
    close: async () => {
      for (const socket of open) {
        socket.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function join(client: Socket, upstream: Socket, cut: Cut | null): void {
  const end = () => {
    client.destroy();
    upstream.destroy();
  };
  client.once('error', end).once('close', end);
  upstream.once('error', end).once('close', () => client.end());
  if (cut?.at === 'request' || cut?.at === 'sent') {
    const share = cut.at === 'request' ? cut.share : 1;
    client.once('data', (bytes) => upstream.write(takeShare(bytes, share), end));
  } else {
    client.on('data', (bytes) => upstream.write(bytes));
  }
  if (cut?.at === 'response') {
    upstream.once('data', (bytes) => client.write(takeShare(bytes, cut.share), end));
  } else {
    upstream.on('data', (bytes) => client.write(bytes));
  }
}

function takeShare(bytes: Buffer, share: number): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length * share));
}
