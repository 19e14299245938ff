import { createJsonLog } from './request-log.ts';

/** The log of a running app: its standard output, for whatever collects it. */
export const terminalLog = createJsonLog(
  (line) => process.stdout.write(line),
  () => new Date(),
);
