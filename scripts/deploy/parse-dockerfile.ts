export type Step =
  | { kind: 'ARG'; name: string; fallback: string | null }
  | { kind: 'ENV'; values: readonly (readonly [name: string, value: string])[] }
  | { kind: 'WORKDIR'; path: string }
  | { kind: 'COPY'; from: string | null; sources: readonly string[]; target: string }
  | { kind: 'RUN'; command: string }
  | { kind: 'USER'; name: string }
  | { kind: 'EXPOSE'; port: number }
  | { kind: 'HEALTHCHECK'; command: string }
  | { kind: 'CMD'; command: readonly string[] };

export type Stage = { name: string | null; from: string; steps: readonly Step[] };

/** Thrown for an instruction that this parser does not know, or only in another form. Names the line. */
export class DockerfileError extends Error {
  override name = 'DockerfileError';
}

/** Reads the subset of the Dockerfile language that our Dockerfile uses, and refuses everything else. */
export function parseDockerfile(text: string): Stage[] {
  const stages: { name: string | null; from: string; steps: Step[] }[] = [];
  for (const { line, instruction, rest } of readInstructions(text)) {
    if (instruction === 'FROM') {
      const [, from, name] = match(/^(\S+)(?: AS (\S+))?$/, rest, line);
      stages.push({ name: name || null, from, steps: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) {
      throw new DockerfileError(`Line ${line}: ${instruction} comes before the first FROM.`);
    }
    stage.steps.push(parseStep(instruction, rest, line));
  }
  return stages;
}

function* readInstructions(text: string): Generator<{ line: number; instruction: string; rest: string }> {
  const lines = text.split('\n');
  let pending = '';
  let startLine = 1;
  for (const [index, line] of lines.entries()) {
    if (/^\s*(#|$)/.test(line)) {
      continue;
    }
    startLine = pending === '' ? index + 1 : startLine;
    pending += line.trim();
    if (pending.endsWith('\\')) {
      pending = `${pending.slice(0, -1).trimEnd()} `;
      continue;
    }
    const [, instruction, rest] = match(/^([A-Z]+)\s+(.+)$/, pending, startLine);
    yield { line: startLine, instruction, rest };
    pending = '';
  }
}

function parseStep(instruction: string, rest: string, line: number): Step {
  switch (instruction) {
    case 'ARG': {
      const [, name, fallback] = match(/^(\w+)(=.*)?$/, rest, line);
      return { kind: 'ARG', name, fallback: fallback === '' ? null : fallback.slice(1) };
    }
    case 'ENV':
      return { kind: 'ENV', values: rest.split(/\s+/).map((pair) => readPair(pair, line)) };
    case 'WORKDIR':
      return { kind: 'WORKDIR', path: match(/^(\/\S+)$/, rest, line)[1] };
    case 'COPY':
      return parseCopy(rest, line);
    case 'RUN':
      match(/^(?!--|\[|<<)(.+)$/, rest, line);
      return { kind: 'RUN', command: rest };
    case 'USER':
      return { kind: 'USER', name: match(/^(\S+)$/, rest, line)[1] };
    case 'EXPOSE':
      return { kind: 'EXPOSE', port: Number(match(/^(\d+)$/, rest, line)[1]) };
    case 'HEALTHCHECK':
      return { kind: 'HEALTHCHECK', command: match(/^(?:--\S+\s+)*CMD\s+((?!\[).+)$/, rest, line)[1] };
    case 'CMD':
      return { kind: 'CMD', command: readCommand(rest, line) };
    default:
      throw new DockerfileError(`Line ${line}: ${instruction} is not supported.`);
  }
}

function parseCopy(rest: string, line: number): Step {
  const [, from, paths] = match(/^(?:--from=(\S+)\s+)?((?!--)[^*?[\]"]+)$/, rest, line);
  const words = paths.split(/\s+/);
  const target = words.pop();
  if (target === undefined || words.length === 0) {
    throw new DockerfileError(`Line ${line}: COPY needs a source and a target.`);
  }
  return { kind: 'COPY', from: from || null, sources: words, target };
}

function readPair(pair: string, line: number): readonly [string, string] {
  const [, name, value] = match(/^(\w+)=([^"'\s]*)$/, pair, line);
  return [name, value];
}

function readCommand(rest: string, line: number): string[] {
  match(/^(\[.+\])$/, rest, line);
  const words: unknown = JSON.parse(rest);
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) {
    throw new DockerfileError(`Line ${line}: CMD needs a JSON array of strings.`);
  }
  return words;
}

/** The match and its groups. A group that matched nothing is an empty string. */
function match(pattern: RegExp, text: string, line: number): [string, string, string, string] {
  const [all = '', first = '', second = '', third = ''] = pattern.exec(text) ?? [];
  if (all === '') {
    throw new DockerfileError(`Line ${line}: this form is not supported: ${text}`);
  }
  return [all, first, second, third];
}
