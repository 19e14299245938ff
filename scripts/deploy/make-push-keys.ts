import { makeVapidKeyPair } from '../../apps/jobs/src/push/vapid-keys.ts';

const { publicKey, privateKey } = makeVapidKeyPair();
process.stdout.write(`VAPID_PUBLIC_KEY=${publicKey}\nVAPID_PRIVATE_KEY=${privateKey}\n`);
