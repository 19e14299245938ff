import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { makeGuestKey } from './make-guest-key.ts';

const usage = `Usage: gudbro-auth keygen [--hs256] [--kid <name>]

Prints one new key as JSON, an entry of the array GUEST_TOKEN_KEYS. Put it first to sign with it, and leave the old
ones behind it until their last token has ended. It holds a private key: store it as a secret.

  --hs256       a shared secret instead of an Ed25519 pair: whoever can verify can then also issue
  --kid <name>  the key's name in every token; default: today's date and four random characters
  --help        this text
`;

/** What the command prints and ends with. */
export type CliResult = { output: string; error: string; exitCode: 0 | 1 };

/** Runs `gudbro-auth` with the arguments behind its name. */
export function runCli(args: string[]): CliResult {
  let parsed: ReturnType<typeof parseKeygenArgs>;
  try {
    parsed = parseKeygenArgs(args);
  } catch (error) {
    // parseArgs throws a TypeError for options it does not know; its message names them.
    if (error instanceof TypeError) return refuse(error.message);
    throw error;
  }
  const { values, positionals } = parsed;
  if (values.help) return { output: usage, error: '', exitCode: 0 };
  if (positionals.length !== 1 || positionals[0] !== 'keygen') return refuse('The only command is keygen.');
  const kid = values.kid ?? drawKid(new Date());
  if (!/^[\x21-\x7e]{1,64}$/.test(kid)) return refuse('--kid must be 1 to 64 visible ASCII characters.');
  const key = makeGuestKey(kid, values.hs256 ? 'HS256' : 'EdDSA');
  return { output: `${JSON.stringify(key)}\n`, error: '', exitCode: 0 };
}

function parseKeygenArgs(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: { hs256: { type: 'boolean' }, kid: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
}

function refuse(problem: string): CliResult {
  return { output: '', error: `${problem}\n\n${usage}`, exitCode: 1 };
}

function drawKid(today: Date): string {
  return `${today.toISOString().slice(0, 10)}-${randomBytes(3).toString('base64url')}`;
}
