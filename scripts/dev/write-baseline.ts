import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * Writes the baseline, which is made from the schemas. The script runs in a process of its own, because this one would only
 * ever run the version that it imported first. A folder without the script has only migrations, which stay unchanged.
 */
export async function writeBaseline(supabaseDir: string): Promise<void> {
  const script = path.join(supabaseDir, 'scripts/write-baseline.ts');
  if (!existsSync(script)) {
    return;
  }
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const [code, errors] = await Promise.all([ended, text(child.stderr)]);
  if (code !== 0) {
    throw new Error(`The baseline could not be written, so the migrations stay as they are.\n${errors}`);
  }
}
