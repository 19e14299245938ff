import { setTimeout } from 'node:timers/promises';
import type { Guest } from './guest.ts';
import type { Random } from './random.ts';
import { sendRequest } from './send-request.ts';
import { takeStep } from './take-step.ts';
import type { Watch } from './watch.ts';

/** Lets each guest do one thing after the other, and a member of the desk open the backoffice, until it is stopped. */
export function startLoad({
  guests,
  deskUrl,
  random,
  watch,
}: {
  guests: readonly Guest[];
  deskUrl: string;
  random: Random;
  watch: Watch;
}): { stop: () => Promise<void> } {
  let isStopped = false;
  const repeat = async (step: () => Promise<void>) => {
    while (!isStopped) {
      await step();
      await setTimeout(200 + random.below(600));
    }
  };
  const running = [
    ...guests.map((guest) => repeat(() => takeStep(guest, random))),
    repeat(async () => {
      const outcome = await sendRequest({ method: 'GET', url: deskUrl, headers: { accept: 'text/html' } });
      watch.count(`backoffice ${outcome.kind === 'response' ? outcome.status : outcome.kind}`);
      if (outcome.kind === 'response' && outcome.status >= 500 && outcome.status !== 503) {
        watch.violate(`GET ${deskUrl}: status ${outcome.status}`);
      }
    }),
  ];
  return {
    stop: async () => {
      isStopped = true;
      await Promise.all(running);
    },
  };
}
