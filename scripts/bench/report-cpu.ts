import { createServer } from 'node:http';

/** Loaded into a measured app: serves the CPU time that its process has used, in microseconds. */
const server = createServer((_request, response) => {
  const { user, system } = process.cpuUsage();
  response.end(String(user + system));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') {
    process.stdout.write(`${JSON.stringify({ cpuUrl: `http://127.0.0.1:${address.port}` })}\n`);
  }
});
server.unref();
