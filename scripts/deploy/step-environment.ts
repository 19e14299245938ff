import path from 'node:path';

/** What a step may know of this machine: where its programs, its cache and its way to the registry are. */
const passedOn = [
  'HOME',
  'TMPDIR',
  'LANG',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'npm_config_registry',
  'npm_config_cache',
  'npm_config_userconfig',
];

/** `bin` holds the Node that stands for the base image's. */
export function stepEnvironment(bin: string): Record<string, string> {
  const inherited = passedOn.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(inherited),
    PATH: [bin, ...systemPath()].join(path.delimiter),
    // The packages were downloaded for this repository a moment ago.
    npm_config_prefer_offline: 'true',
    pnpm_config_prefer_offline: 'true',
  };
}

/** Without this repository's own tools: a step must not find a program that the image would not have. */
export function systemPath(): string[] {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes('node_modules'));
}
