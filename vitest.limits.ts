/**
 * How long a test and a hook may take, in every package. These limits end a test that hangs; they do not judge a slow
 * machine. What takes two seconds here takes half a minute on a crowded one.
 */
export const limits = { testTimeout: 300_000, hookTimeout: 300_000 };
