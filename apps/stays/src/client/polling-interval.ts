/** How often the orders or reports on the screen are read again: a step of the desk must be seen within three seconds. */
const openPollingMs = 2_500;

/** How often once all of them have ended: all that may still happen is that the desk undoes its last step. */
const endedPollingMs = 10_000;

/** Milliseconds until a list is read again. False: there is nothing in it that could change. */
export function pollingInterval<Thing>(
  things: readonly Thing[],
  isOpen: (thing: Thing) => boolean,
): number | false {
  if (things.length === 0) {
    return false;
  }
  return things.some(isOpen) ? openPollingMs : endedPollingMs;
}
