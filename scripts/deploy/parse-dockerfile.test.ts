import { expect, test } from 'vitest';
import { parseDockerfile } from './parse-dockerfile.ts';

test('reads stages, joins continued lines and leaves comments out', () => {
  const text = `
# a comment
FROM node:24-slim AS base
ARG APP=stays
ENV A=1 B=$APP
WORKDIR /repository
RUN one \\
  # between
  && two
FROM base
COPY --from=base /repository/a b ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s CMD node check.ts
CMD ["node", "server.ts"]
`;
  expect(parseDockerfile(text)).toEqual([
    {
      name: 'base',
      from: 'node:24-slim',
      steps: [
        { kind: 'ARG', name: 'APP', fallback: 'stays' },
        {
          kind: 'ENV',
          values: [
            ['A', '1'],
            ['B', '$APP'],
          ],
        },
        { kind: 'WORKDIR', path: '/repository' },
        { kind: 'RUN', command: 'one && two' },
      ],
    },
    {
      name: null,
      from: 'base',
      steps: [
        { kind: 'COPY', from: 'base', sources: ['/repository/a', 'b'], target: './' },
        { kind: 'USER', name: 'node' },
        { kind: 'EXPOSE', port: 3000 },
        { kind: 'HEALTHCHECK', command: 'node check.ts' },
        { kind: 'CMD', command: ['node', 'server.ts'] },
      ],
    },
  ]);
});

test.each([
  ['an instruction before FROM', 'RUN true', 'Line 1: RUN comes before the first FROM'],
  ['an instruction we do not run', 'FROM a\nADD b c', 'Line 2: ADD is not supported'],
  ['a RUN with flags', 'FROM a\nRUN --mount=type=cache,target=/x true', 'Line 2: this form'],
  ['a COPY with flags other than --from', 'FROM a\nCOPY --chown=node a b', 'Line 2: this form'],
  ['a COPY with a pattern', 'FROM a\nCOPY *.json ./', 'Line 2: this form'],
  ['an ENV with quotes', 'FROM a\nENV A="b c"', 'Line 2: this form'],
  ['a CMD that a shell would run', 'FROM a\nCMD node server.ts', 'Line 2: this form'],
])('refuses %s', (_case, text, message) => {
  expect(() => parseDockerfile(text)).toThrow(message);
});
