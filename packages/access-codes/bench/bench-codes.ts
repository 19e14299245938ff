import { customAlphabet } from 'nanoid';
import { CODE_ALPHABET, generateCode } from '../dist/index.js';

type Maker = () => string;

const ROUNDS = 15;
const CALLS = 20_000;

const eight = customAlphabet(CODE_ALPHABET, 8);
const six = customAlphabet(CODE_ALPHABET, 6);

/** Same alphabet, same length: nanoid's part makes the same finished codes. */
const pairs: readonly { name: string; ours: Maker; nanoid: Maker }[] = [
  { name: 'RM- + 8', ours: () => generateCode('room'), nanoid: () => `RM-${eight()}` },
  { name: 'BK- + 6', ours: () => generateCode('booking'), nanoid: () => `BK-${six()}` },
  { name: '4 - 4', ours: () => generateCode('access'), nanoid: halveEight },
];

function halveEight(): string {
  const characters = eight();
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}

/** The last code made is stored, so that no compiler can leave the work out. */
let last = '';

function timeCalls(make: Maker): number {
  const start = process.hrtime.bigint();
  for (let call = 0; call < CALLS; call++) last = make();
  return Number(process.hrtime.bigint() - start) / CALLS;
}

function takeMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

console.log(`node ${process.version}, median of ${ROUNDS} rounds of ${CALLS} codes, both in turn`);
console.log('form'.padEnd(18), 'ours'.padStart(12), 'nanoid'.padStart(12));
for (const { name, ours, nanoid } of pairs) {
  const rounds = Array.from({ length: ROUNDS }, () => [timeCalls(ours), timeCalls(nanoid)] as const);
  const mine = takeMedian(rounds.map(([time]) => time));
  const theirs = takeMedian(rounds.map(([, time]) => time));
  console.log(name.padEnd(18), `${mine.toFixed(0)} ns`.padStart(12), `${theirs.toFixed(0)} ns`.padStart(12));
}
if (last === '') throw new Error('No code was made.');
