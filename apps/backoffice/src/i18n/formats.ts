const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** How moments are written on all screens. Hours go to 24, as they are typed, in every language. */
export const formats = {
  dateTime: {
    time,
    dayAndTime: { weekday: 'short', day: 'numeric', month: 'short', ...time },
    moment: { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
  },
} as const;
