/** English words, used for every key the server does not send. Braces are filled in by the component. */
export const english = {
  did: 'Customer did',
  heard: 'Customer heard',
  waited: 'Customer waited',
  holder: 'Who has it',
  now: 'now',
  internal: 'Internal',
  noDepartment: 'No department',
  tenYears: '10 years',
  year: 'Year',
  journey: 'Journey',
  week: 'Week',
  day: 'Day',
  period: 'Period and view',
  line: 'Line',
  list: 'List',
  all: 'All journeys',
  play: 'Play',
  pause: 'Pause',
  since: 'Since {year}',
  overview: 'All journeys since the first contact',
  moreBroken: 'and {count} more broken; the list has them all',
  closedHours: 'closed',
  sentences: 'Broken handoffs',
  empty: 'No department has worked on this journey yet.',
  chart: 'Journey from {from} to {to}: {legs} legs, {passes} handoffs, {broken} of them broken.',
  chartAll: '{journeys} journeys, from {from} to {to}: {legs} legs, {passes} handoffs, {broken} of them broken.',
  chartMany: 'From {from} to {to}: {touchpoints} contacts, added up per stretch of time; {broken} broken handoffs.',
  contacts: '{inbound} from the customer, {outbound} to the customer',
  brokenCount: '{count} broken handoffs',
  mostly: '{department} had it for {share} % of the time',
  keys:
    'Arrow keys go from mark to mark, B to the next broken handoff, plus and minus zoom, 0 fits, Enter opens, L switches to the list, space plays.',
  span: '{from} to {to}',
  legClosed: '{department} had it from {from} to {to}',
  legOpen: '{department} has had it since {from}',
  touchpoints: 'Touchpoints: {count}',
  more: 'and {count} more',
  passBroken: 'Broken handoff {number} of {total}',
  passAtRisk: 'Handoff at risk',
  passFine: 'Handoff fine',
  passUnknown: 'Handoff, not judged',
  fromTo: '{from} to {to}',
  toward: 'to',
  times: '{count} times',
  waitedFor: 'Waited {wait}',
  waitingFor: 'Has been waiting {wait}',
  promiseBroken: 'Promise missed',
  promiseAtRisk: 'Promise due',
  promiseFine: 'Promise kept',
  promiseUnknown: 'Promise, not due yet',
  phone: 'phone',
  mail: 'e-mail',
  web: 'website',
  app: 'app',
  chat: 'chat',
  visit: 'visit',
  letter: 'letter',
  other: 'other channel',
};

/** A word or template of the user interface. */
export type TextKey = keyof typeof english;

/** Every word the component shows, in the user's language. */
export type Texts = Record<TextKey, string>;

/** Puts values in the braces of a template; a brace without a value stays, so a typing error shows. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (brace, name: string) => (name in values ? String(values[name]) : brace));
}

/** Joins parts into sentences, each closed by one mark, as a screen reader pauses there. */
export function say(parts: (string | null | undefined)[]): string {
  return parts
    .filter((part): part is string => !!part && part.trim() !== '')
    .map((part) => (/[.?!…]["”’»]?$/.test(part.trim()) ? part.trim() : `${part.trim()}.`))
    .join(' ');
}
