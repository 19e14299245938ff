/**
 * Reads a .dockerignore. Returns a function that tells whether a path, relative to the context, is part of the build. Knows
 * names at the root (`docs`), names anywhere (`**` and a slash before them) and `*` inside a name; throws for other patterns.
 */
export function readDockerignore(text: string): (relativePath: string) => boolean {
  const patterns = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(toRegExp);
  return (relativePath) => !patterns.some((pattern) => pattern.test(relativePath));
}

function toRegExp(pattern: string): RegExp {
  const [, anywhere, name] = /^(\*\*\/)?([\w.*-]+)$/.exec(pattern) ?? [];
  if (name === undefined) {
    throw new Error(`.dockerignore: this pattern is not supported: ${pattern}`);
  }
  const source = name.replaceAll('.', '\\.').replaceAll('*', '[^/]*');
  // Everything in an ignored folder is ignored too.
  return new RegExp(`^${anywhere === undefined ? '' : '(?:.*/)?'}${source}(?:/|$)`);
}
