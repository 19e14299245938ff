import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Loaded into an app that is measured: collects all garbage at SIGUSR2. V8 keeps garbage while there is memory, so the
 * memory of a process tells whether it grows only after this.
 */
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
process.on('SIGUSR2', () => collect());
