import type { Channel, State } from './types.ts';

/** Outlines of the channels on a square of 16, drawn with a stroke; the set of the other screens. */
export const channelPaths: Record<Channel, string> = {
  phone: 'M4 2.5h2l1 3-1.5 1a7 7 0 0 0 4 4l1-1.5 3 1v2c0 1-1 1.5-2 1.5C7 13 3 9 2.5 4.5c0-1 .5-2 1.5-2z',
  mail: 'M2.5 4h11v8h-11zM2.5 4.5 8 8.5l5.5-4',
  web: 'M2.5 3.5h11v9h-11zM2.5 6h11',
  app: 'M5 2h6v12H5zM7.5 12h1',
  chat: 'M2.5 3.5h11v7h-7L4 13v-2.5H2.5z',
  visit: 'M8 14s4.5-4 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 10 8 14 8 14zM8 8a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z',
  letter: 'M4 2.5h5l3 3v8H4zM6 8h4M6 10.5h4',
  other: 'M4 8h.01M8 8h.01M12 8h.01',
};

/** Filled shapes of the states on a square of 12; fine and unknown also need their stroke. */
export const statePaths: Record<State, string> = {
  broken: 'M5.3.4v11.2L.4 6zM6.7.4 11.6 6l-4.9 5.6z',
  'at-risk': 'M6 .8 11.6 11H.4z',
  fine: 'M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  unknown: 'M6 1.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6z',
};

/** Cloths of the promises' flags, right of and below a pole's top at 0, −19: a shape per state, as colour alone tells too little. */
export const flagPaths: Record<State, string> = {
  broken: 'M0-19H9L6.2-16H0zM0-15H6.2L9-12H0z',
  'at-risk': 'M0-19.3 9.5-15.5 0-11.7z',
  fine: 'M0-19.5H9.5V-11.5H0z',
  unknown: 'M0-19H9V-12H0z',
};

/** The outline of a channel; an unknown one is drawn as "other". */
export const channelPath = (channel: string): string => channelPaths[channel as Channel] ?? channelPaths.other;
