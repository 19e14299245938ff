import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fillEnvExample, makeComposeSecrets } from './make-compose-env.ts';

/** Prints an .env for compose.yaml with new secrets. */
const example = await readFile(path.join(import.meta.dirname, '../../.env.example'), 'utf8');
process.stdout.write(fillEnvExample(example, await makeComposeSecrets(new Date())));
