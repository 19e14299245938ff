/** What the tests of every package have in common. */
export const shared = {
  // How long a test, a hook and a poll may take. These limits end what hangs; they do not judge a slow machine, on which
  // two seconds become half a minute.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 200_000 } },
  // Tests sign up thousands of people. At its usual cost each password takes the local stack a fifth of a second.
  env: { LITE_AUTH_BCRYPT_COST: '4' },
};
