// Runs on whatever Node started us, so it is plain JavaScript without newer syntax.
// The scripts behind it are TypeScript that Node runs itself, which needs 22.18.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} is too old, and Node 24 could not be installed from npm for this platform. ` +
      'Install Node 22.18 or newer and run the command again.',
  );
  process.exit(1);
}
