import { createJsonLog } from './request-log.ts';

const lines: string[] = [];

/**
 * The log of a running app: its standard output, for whatever collects it. Lines of one turn of the event loop go out
 * together, since each write to a pipe stops everything else for a moment; none is left when the process ends.
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
