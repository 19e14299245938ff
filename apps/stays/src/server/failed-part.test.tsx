import { Writable } from 'node:stream';
import { hasFailedPart } from '@gudbro/api-kit';
import { Suspense, use } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';

function Failing({ reading }: { reading: Promise<string> }) {
  return <p>{use(reading)}</p>;
}

/** Renders as Next does: the beginning is sent as soon as it is there. */
function render(reading: Promise<string>, startWith: 'onShellReady' | 'onAllReady'): Promise<string> {
  return new Promise((resolve) => {
    let document = '';
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        document += chunk;
        done();
      },
      final: (done) => {
        resolve(document);
        done();
      },
    });
    const page = (
      <main>
        <Suspense fallback={<p>Later</p>}>
          <Failing reading={reading} />
        </Suspense>
      </main>
    );
    const { pipe } = renderToPipeableStream(page, {
      [startWith]: () => pipe(sink),
      onError: () => undefined,
    });
  });
}

const failLater = () => new Promise<string>((_, reject) => setTimeout(() => reject(new Error('failed')), 20));

test.each(['onShellReady', 'onAllReady'] as const)(
  'a page that React rendered with a failed part is recognised (%s), so that it is not kept',
  async (startWith) => {
    expect(hasFailedPart(await render(failLater(), startWith))).toBe(true);
  },
);

test('a page that React rendered whole is none with a failed part', async () => {
  const document = await render(Promise.resolve('here'), 'onShellReady');
  expect(document).toContain('here');
  expect(hasFailedPart(document)).toBe(false);
});
