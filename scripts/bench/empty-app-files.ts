/**
 * The smallest Next app: one dynamic page and one route handler behind our own server. What an app costs above
 * this is the cost of our code; the rest is the cost of Next.
 */
export const emptyAppFiles: Readonly<Record<string, string>> = {
  'next.config.mjs': `
import path from 'node:path';
const root = path.join(import.meta.dirname, '../../..');
export default { poweredByHeader: false, compress: false, outputFileTracingRoot: root, turbopack: { root } };
`,
  'app/layout.jsx': `
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  'app/page.jsx': `
export const dynamic = 'force-dynamic';
export default function Page() {
  return <p>Nothing</p>;
}
`,
  'app/api/empty/route.js': `
export const dynamic = 'force-dynamic';
export function GET() {
  return Response.json({});
}
`,
  'server.ts': `
import { terminalLog } from '@gudbro/api-kit';
import { startAppServer } from '@gudbro/api-kit/server';
const { url, close } = await startAppServer({
  directory: import.meta.dirname,
  host: '127.0.0.1',
  port: 0,
  publicUrl: new URL('http://127.0.0.1'),
  noIndex: true,
  referrerPolicy: 'no-referrer',
  log: terminalLog,
  isDevelopment: false,
});
console.log(JSON.stringify({ url }));
console.log(JSON.stringify({ ready: true }));
const stop = () => close().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('disconnect', stop);
`,
};
