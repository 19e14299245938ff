/**
 * Reads a .dockerignore and returns whether a path, relative to the context, goes into the build. Knows names at the
 * root (`docs`), names anywhere (`**` and a slash before them) and `*` inside a name; refuses any other pattern.
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
    throw new Error(`.dockerignore: this form is not among those we read: ${pattern}`);
  }
  const source = name.replaceAll('.', '\\.').replaceAll('*', '[^/]*');
  // What lies in an ignored folder is ignored with it.
  return new RegExp(`^${anywhere === undefined ? '' : '(?:.*/)?'}${source}(?:/|$)`);
}
