import path from 'node:path';

/** The variables of this machine that a step gets: for its home and temporary folders, its proxy and its npm registry. */
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

/** The variables that every step gets. `bin` is the folder of the Node that is used instead of the base image's. */
export function stepEnvironment(bin: string): Record<string, string> {
  const inherited = passedOn.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(inherited),
    PATH: [bin, ...systemPath()].join(path.delimiter),
    // The packages of this repository are in the cache already.
    npm_config_prefer_offline: 'true',
    pnpm_config_prefer_offline: 'true',
  };
}

/** PATH without this repository's own tools, since a step must not find a program that the image would not have. */
export function systemPath(): string[] {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes('node_modules'));
}
