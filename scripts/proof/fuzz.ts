import { buildApps } from '../start/build-apps.ts';
import { gatherMaterial } from './gather-material.ts';
import { type Material, makeRequest, type RawRequest } from './make-request.ts';
import { print, printVerdict, printViolation } from './print.ts';
import { createRandom } from './random.ts';
import { readOptions } from './read-options.ts';
import { runProof } from './run-proof.ts';
import { seedStays } from './seed-stays.ts';
import { sendRaw } from './send-raw.ts';
import { type BuiltProduct, startBuiltProduct } from './start-built-product.ts';
import { createWatch, type Watch } from './watch.ts';

/** Malformed requests to every route of both apps: none may be answered with a fault, hang, or end a process. */

const name = 'proof:fuzz';
const options = readOptions(
  'Sends malformed requests to every route of both apps, and prints each that finds a fault.',
  {
    requests: { default: 100_000, means: 'how many' },
    seed: { default: 1, means: 'of the requests: the same seed makes the same ones' },
    first: {
      default: 0,
      means: 'number of the first request, to repeat one of a run: --first 4711 --requests 1',
    },
  },
);
const stayCount = 2000;
const atOnce = 32;
/** Node itself closes a connection with half a request after 10 to 60 seconds; a request that never ends is no hang. */
const halfTimeoutMs = 90_000;
const timeoutMs = 30_000;
const reportEvery = 5000;

async function prove(ending: AsyncDisposableStack): Promise<void> {
  await buildApps();
  const product = await startBuiltProduct({ staysCount: 1 }, ending);
  const { stays } = await seedStays(product, stayCount);
  const material = await gatherMaterial(product, stays);
  const watch = createWatch({ onViolation: printViolation });
  print(`${options.requests} requests to ${material.addresses.length} addresses, seed ${options.seed}`);
  const halves: Promise<void>[] = [];
  let next = options.first;
  const sendInTurn = async () => {
    while (next < options.first + options.requests) {
      const number = next;
      next += 1;
      const sent = sendOne(number, material, product, watch);
      // A half request takes as long as the server waits for the rest, so the next ones do not wait for it.
      await (sent.isHalf ? halves.push(sent.done) : sent.done);
      if ((number + 1) % reportEvery === 0) {
        print(`  ${number + 1} sent, ${watch.violations.length} violations`);
        await checkHealth(product, watch);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendInTurn));
  await Promise.all(halves);
  await checkHealth(product, watch);
  printVerdict(name, watch, product);
}

function sendOne(number: number, material: Material, product: BuiltProduct, watch: Watch) {
  const request = makeRequest(createRandom(options.seed * 1_000_003 + number), material);
  const app = request.app === 'stays' ? product.stays[0] : product.backoffice;
  const isHalf = isIncomplete(request);
  const done = sendRaw(app?.url ?? '', request, isHalf ? halfTimeoutMs : timeoutMs).then((outcome) => {
    if (outcome === 'hang') {
      watch.count(`hang    ${request.app} ${request.template}`);
      watch.violate(describe(number, request, 'no response, and the connection stays open'));
    } else {
      watch.count(outcome.status === null ? 'closed without a response' : `status ${outcome.status}`);
      // With 503 the product says that it cannot now; the database runs, so only a queue of its own may be full.
      if (outcome.status !== null && outcome.status >= 500 && outcome.status !== 503) {
        watch.count(`fault   ${request.app} ${request.template}`);
        watch.violate(describe(number, request, outcome.text.split('\r\n', 1)[0] ?? ''));
      }
    }
  });
  return { isHalf, done };
}

/** The server must wait for more: the head has no end, or the body is shorter than it says. */
function isIncomplete({ bytes, afterwards }: RawRequest): boolean {
  const text = bytes.toString('latin1');
  const head = text.split('\r\n\r\n', 1)[0] ?? '';
  const length = Number(/^content-length: (\d+)$/m.exec(head)?.[1] ?? 0);
  const isChunked = /^transfer-encoding/m.test(head);
  return (
    afterwards === 'wait' &&
    (head === text || isChunked || head.length + 4 + length > bytes.length || /^expect/m.test(head))
  );
}

function describe(number: number, { app, bytes }: RawRequest, what: string): string {
  const shown = JSON.stringify(bytes.subarray(0, 1500).toString('latin1'));
  return `${what}\n  ${app}, repeat: pnpm ${name} --seed ${options.seed} --first ${number} --requests 1\n  ${shown}`;
}

async function checkHealth({ stays, backoffice }: BuiltProduct, watch: Watch): Promise<void> {
  for (const url of [...stays.map((app) => `${app.url}/api/health`), `${backoffice.url}/sign-in`]) {
    try {
      const { status } = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      if (status !== 200) {
        watch.violate(`${url} responds with ${status} after these requests`);
      }
    } catch (error) {
      watch.violate(`${url} does not respond after these requests: ${String(error)}`);
    }
  }
}

await runProof(prove);
