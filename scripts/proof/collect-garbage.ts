import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Loaded into an app that is measured: collects all garbage at SIGUSR2. V8 lets garbage lie as long as there is memory, so
 * only what is left after this tells whether the app holds more and more.
 */
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
process.on('SIGUSR2', () => collect());
