// `prepack` of the published packages. npm would leave "catalog:" and "workspace:" in the manifest, and nobody could install the result.
if (!process.env.npm_config_user_agent?.startsWith('pnpm/')) {
  process.stderr.write(
    'Pack and publish this package with pnpm (pnpm pack, pnpm publish): npm leaves version ranges in it that nobody can install.\n',
  );
  process.exit(1);
}
