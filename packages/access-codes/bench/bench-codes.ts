import { customAlphabet } from 'nanoid';
import { CODE_ALPHABET, generateCode, generateCodes } from '../dist/index.js';

type Maker = () => unknown;

const ROUNDS = 31;
const BATCH = 1000;
const BATCH_NAME = `batch of ${BATCH}`;

const eight = customAlphabet(CODE_ALPHABET, 8);
const six = customAlphabet(CODE_ALPHABET, 6);

/** Same alphabet, same length: nanoid's part makes the same finished codes. */
const pairs: readonly { name: string; calls: number; ours: Maker; nanoid: Maker }[] = [
  { name: 'RM- + 8', calls: 100_000, ours: () => generateCode('room'), nanoid: () => `RM-${eight()}` },
  { name: 'BK- + 6', calls: 100_000, ours: () => generateCode('booking'), nanoid: () => `BK-${six()}` },
  { name: '4 - 4', calls: 100_000, ours: () => generateCode('access'), nanoid: halveEight },
  // Shown, not judged: both spend their time in the set that finds repeats.
  { name: BATCH_NAME, calls: 100, ours: () => generateCodes('room', BATCH), nanoid: collectBatch },
];

function halveEight(): string {
  const characters = eight();
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}

function collectBatch(): string[] {
  const codes = new Set<string>();
  while (codes.size < BATCH) codes.add(`RM-${eight()}`);
  return [...codes];
}

/** What is made is kept for a moment, so that no compiler can leave the work out. */
let last: unknown;

function timeCalls(make: Maker, calls: number): number {
  const start = process.hrtime.bigint();
  for (let call = 0; call < calls; call++) last = make();
  return Number(process.hrtime.bigint() - start) / calls;
}

function takeMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

console.log(`node ${process.version}, median of ${ROUNDS} rounds, both in turn`);
console.log('form'.padEnd(18), 'ours'.padStart(12), 'nanoid'.padStart(12), 'ratio'.padStart(8));
let slower = 0;
for (const { name, calls, ours, nanoid } of pairs) {
  const rounds = Array.from(
    { length: ROUNDS },
    () => [timeCalls(ours, calls), timeCalls(nanoid, calls)] as const,
  );
  const mine = takeMedian(rounds.map(([time]) => time));
  const theirs = takeMedian(rounds.map(([, time]) => time));
  // Compared round by round, so that what else the machine does in one round weighs on both.
  const ratio = takeMedian(rounds.map(([time, other]) => other / time));
  if (ratio <= 1 && name !== BATCH_NAME) slower++;
  const columns = [`${mine.toFixed(1)} ns`.padStart(12), `${theirs.toFixed(1)} ns`.padStart(12)];
  console.log(name.padEnd(18), ...columns, `${ratio.toFixed(2)}×`.padStart(8));
}
if (last === undefined || slower) {
  console.error(`slower than nanoid in ${slower} of ${pairs.length - 1}`);
  process.exitCode = 1;
}
