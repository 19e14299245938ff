import path from 'node:path';

// `prepack` of the published packages. npm would leave "catalog:" and "workspace:" in the manifest, and nobody could install the result.
// The user agent does not tell: npm takes the one of a pnpm that has started it.
if (!path.basename(process.env.npm_execpath ?? '').startsWith('pnpm')) {
  process.stderr.write(
    'Pack and publish this package with pnpm (pnpm pack, pnpm publish): npm leaves version ranges in it that nobody can install.\n',
  );
  process.exit(1);
}
