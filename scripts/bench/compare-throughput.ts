import { sendLoad } from './send-load.ts';

export type Target = { url: string; readCpu: () => Promise<number> };
export type Pair = { name: string; ours: Target; empty: Target };
export type Throughput = {
  name: string;
  /** Of requests per second: the median of each round's ratio, since other load on the machine slows both apps. */
  ratio: number;
  least: number;
  most: number;
  /** The same ratio of requests per second of the app's own CPU time, which other load on the machine changes less. */
  cpuRatio: number;
  ours: Speed;
  empty: Speed;
};
type Speed = { perSecond: number; perCpuSecond: number };

const rounds = 9;
const round = { connections: 16, milliseconds: 1_500, mostRequests: 20_000 };
/** Long enough for the JIT compiler to optimise the hot code. */
const warmUp = { connections: 16, milliseconds: 5_000, mostRequests: 20_000 };

/** Sends the same load to our app and to the empty app, in turn. */
export async function compareThroughput({ name, ours, empty }: Pair): Promise<Throughput> {
  await sendLoad(ours.url, warmUp);
  await sendLoad(empty.url, warmUp);
  const measured: { ours: Speed; empty: Speed }[] = [];
  for (let number = 0; number < rounds; number++) {
    measured.push(await runRound(ours, empty, number % 2 === 0));
  }
  const ratios = measured.map((each) => each.ours.perSecond / each.empty.perSecond);
  return {
    name,
    ratio: takeMedian(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    cpuRatio: takeMedian(measured.map((each) => each.ours.perCpuSecond / each.empty.perCpuSecond)),
    ours: takeMedianSpeed(measured.map((each) => each.ours)),
    empty: takeMedianSpeed(measured.map((each) => each.empty)),
  };
}

/** The first app alternates between rounds, so that neither always runs second. */
async function runRound(ours: Target, empty: Target, oursFirst: boolean) {
  if (oursFirst) {
    const first = await measureSpeed(ours);
    return { ours: first, empty: await measureSpeed(empty) };
  }
  const first = await measureSpeed(empty);
  return { ours: await measureSpeed(ours), empty: first };
}

async function measureSpeed({ url, readCpu }: Target): Promise<Speed> {
  const before = await readCpu();
  const { count, perSecond } = await sendLoad(url, round);
  return { perSecond, perCpuSecond: (count * 1_000_000) / ((await readCpu()) - before) };
}

function takeMedianSpeed(speeds: readonly Speed[]): Speed {
  return {
    perSecond: takeMedian(speeds.map(({ perSecond }) => perSecond)),
    perCpuSecond: takeMedian(speeds.map(({ perCpuSecond }) => perCpuSecond)),
  };
}

function takeMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
