import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePorts } from '../test/find-free-ports.ts';
import { checkPort } from './check-port.ts';

test('a taken port is named, with the variable that sets another one', async () => {
  const [port = 0] = await findFreePorts(1);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await expect(checkPort('STAYS_PORT', '127.0.0.1', port)).rejects.toThrow(
    `Port ${port} is taken. Stop what uses it, or set STAYS_PORT to another one.`,
  );
  await new Promise((resolve) => server.close(resolve));
  await expect(checkPort('STAYS_PORT', '127.0.0.1', port)).resolves.toBeUndefined();
});

test('an address this machine does not have is named', async () => {
  await expect(checkPort('STAYS_PORT', '203.0.113.7', 3000)).rejects.toThrow('Check HOST and STAYS_PORT');
});
