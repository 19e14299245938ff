/**
 * How long a test, a hook and a poll may take, in every package. These limits end what hangs; they do not judge a slow
 * machine, on which two seconds become half a minute.
 */
export const limits = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};
