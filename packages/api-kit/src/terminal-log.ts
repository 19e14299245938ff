import { createJsonLog } from './request-log.ts';

const lines: string[] = [];

/**
 * The log of a running app, on standard output. The lines of one turn of the event loop are written together, since each
 * write to a pipe blocks the process for a moment. The rest is written when the process ends.
 */
export const terminalLog = createJsonLog(
  (line) => {
    if (lines.push(line) === 1) {
      setImmediate(writeLines);
    }
  },
  () => new Date(),
);

function writeLines(): void {
  process.stdout.write(lines.splice(0).join(''));
}

process.once('exit', () => lines.length > 0 && writeLines());
