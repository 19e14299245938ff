import { parseArgs } from 'node:util';

/** The numbers that a proof may be told, with their defaults and what they mean. */
export type NumberOptions = Readonly<Record<string, { default: number; means: string }>>;

/** Reads `--name number`. With `--help`, or if an option is wrong, prints what there is and ends the process. */
export function readOptions<Options extends NumberOptions>(
  purpose: string,
  options: Options,
): Record<keyof Options, number> {
  const help = [
    purpose,
    '',
    ...Object.entries(options).map(
      ([name, { default: value, means }]) => `  --${name} ${value}`.padEnd(24) + means,
    ),
    '',
  ].join('\n');
  try {
    const values: Record<string, string | boolean | undefined> = parseArgs({
      // pnpm passes on the -- that separates its own options.
      args: process.argv.slice(2).filter((arg) => arg !== '--'),
      options: {
        help: { type: 'boolean' },
        ...Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' as const }])),
      },
    }).values;
    if (values['help'] === true) {
      process.stdout.write(help);
      process.exit(0);
    }
    const read = Object.entries(options).map(([name, option]) => [
      name,
      readNumber(name, values[name]) ?? option.default,
    ]);
    // The names are those of the options.
    return Object.fromEntries(read) as Record<keyof Options, number>;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exit(2);
  }
}

function readNumber(name: string, text: string | boolean | undefined): number | null {
  if (text === undefined) {
    return null;
  }
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) {
    throw new TypeError(`--${name} takes a number.`);
  }
  return value;
}
