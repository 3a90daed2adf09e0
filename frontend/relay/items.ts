import type { Department, Kind, Lang, Span, State } from './types.ts';
import { departmentOf, type Story, type ToldBin, type ToldLeg, type ToldPass, type ToldPromise, type ToldSilence, type ToldTouchpoint } from './story.ts';
import { fill, say, type TextKey, type Texts } from './texts.ts';
import { DAY, write } from './wall-clock.ts';

/** One thing of the relay as words: an option of the list, a stop of the keyboard, a tooltip. */
export interface Item extends Span {
  key: string;
  kind: Kind;
  id: string;
  /** Row of the chart, from above: did, heard, waited, the line, then the lanes. */
  row: number;
  /** Place among the broken passes, from 1; 0 for all else. */
  number: number;
  /** How many it stands for; what stands for many is zoomed to. */
  count: number;
  when: string;
  lead: string;
  text: string;
  department: Department | null;
  touchpoint: ToldTouchpoint | null;
  state: State | null;
  sentence: string;
}

const LANES_FROM = 4;
/** The word for each state of a pass. */
export const passKeys: Record<State, TextKey> = { broken: 'passBroken', 'at-risk': 'passAtRisk', fine: 'passFine', unknown: 'passUnknown' };
const promiseKeys: Record<State, TextKey> = { broken: 'promiseBroken', 'at-risk': 'promiseAtRisk', fine: 'promiseFine', unknown: 'promiseUnknown' };

/** The key of a thing in the chart and in the list. */
export const keyOf = (kind: Kind, id: string): string => `${kind}:${id}`;

type Draft = Omit<Item, 'sentence' | 'key'>;

interface Telling {
  story: Story;
  texts: Texts;
  moment: (at: number) => string;
  date: (at: number) => string;
  dateYear: (at: number) => string;
  rowOf: (department: string | null) => number;
}

/** Everything in time order. At one moment a pass goes before the leg it leads to, and a leg before its touchpoints. */
export function itemsOf(story: Story, texts: Texts, lang: Lang): Item[] {
  const lanes = new Map(story.lanes.map((lane, i) => [lane.id, LANES_FROM + i]));
  const telling: Telling = {
    story, texts,
    moment: (at) => write(at, 'moment', lang),
    date: (at) => write(at, story.all ? 'dateYear' : 'date', lang),
    dateYear: (at) => write(at, 'dateYear', lang),
    rowOf: (department) => lanes.get(department ?? '') ?? LANES_FROM - 1,
  };
  const place = new Map(story.legs.map((leg, i) => [leg.id, 3 * i + 1]));
  const legOf = new Map(story.legs.flatMap((leg, i) => leg.touchpoints.map((touchpoint) => [touchpoint.id, 3 * i + 2] as const)));
  const last = 3 * story.legs.length;
  const drafts = [
    ...story.touchpoints.map((touchpoint) => ({ order: legOf.get(touchpoint.id) ?? last, item: touchpointItem(touchpoint, telling) })),
    ...story.legs.map((leg) => ({ order: place.get(leg.id) ?? last, item: legItem(leg, telling) })),
    ...story.passes.map((pass) => ({ order: pass.to ? (place.get(pass.to.id) ?? last) - 1 : last, item: passItem(pass, telling) })),
    ...story.bins.filter(({ inbound, outbound }) => inbound + outbound > 0).map((bin) => ({ order: last, item: binItem(bin, telling) })),
    ...story.silences.map((silence) => ({ order: last + 1, item: silenceItem(silence, telling) })),
    ...story.promises.map((promise) => ({ order: last + 2, item: promiseItem(promise, telling) })),
  ];
  return drafts
    .sort((a, b) => a.item.from - b.item.from || a.order - b.order)
    .map(({ item }) => ({ ...item, key: keyOf(item.kind, item.id), sentence: sentenceOf(item, texts) }));
}

function sentenceOf({ lead, when, text, department, kind }: Draft, texts: Texts): string {
  if (kind === 'touchpoint') return say([lead, when, text, department?.name ?? texts.noDepartment]);
  return kind === 'leg' ? say([lead, text]) : say([lead, when, text]);
}

function touchpointItem(touchpoint: ToldTouchpoint, { story, texts, moment, rowOf }: Telling): Draft {
  const { id, at, direction, department, channel, text } = touchpoint;
  const side = direction === 'inbound' ? texts.did : direction === 'outbound' ? texts.heard : texts.internal;
  return {
    kind: 'touchpoint', id, from: at, to: at, number: 0, count: 1, text, when: moment(at), lead: `${side}, ${texts[channel] ?? texts.other}`,
    row: direction === 'inbound' ? 0 : direction === 'outbound' ? 1 : rowOf(department),
    department: departmentOf(story, department), touchpoint, state: null,
  };
}

function legItem(leg: ToldLeg, { story, texts, date, rowOf }: Telling): Draft {
  const department = departmentOf(story, leg.department);
  const from = date(leg.start);
  return {
    kind: 'leg', id: leg.id, from: leg.start, to: leg.end, number: 0, count: 1, row: rowOf(leg.department), when: from,
    department, touchpoint: null, state: null,
    lead: fill(leg.open ? texts.legOpen : texts.legClosed, { department: department?.name ?? '', from, to: date(leg.end) }),
    text: fill(texts.touchpoints, { count: leg.count }),
  };
}

function passItem(pass: ToldPass, { story, texts, date, rowOf }: Telling): Draft {
  const from = departmentOf(story, pass.fromDepartment)?.name ?? texts.noDepartment;
  const to = departmentOf(story, pass.toDepartment)?.name ?? texts.noDepartment;
  const wait = pass.waitText ? fill(pass.pending ? texts.waitingFor : texts.waitedFor, { wait: pass.waitText }) : '';
  const count = pass.count > 1 ? fill(texts.times, { count: pass.count }) : '';
  return {
    kind: 'pass', id: pass.id, from: pass.at, to: Math.max(pass.until, pass.last), number: pass.number, count: pass.count, row: rowOf(pass.toDepartment ?? pass.fromDepartment),
    department: null, touchpoint: null, state: pass.state, when: date(pass.at), lead: fill(texts[passKeys[pass.state] ?? 'passUnknown'], { number: pass.number, total: story.broken }),
    text: say([fill(texts.fromTo, { from, to }), count, wait, pass.sentence]),
  };
}

function silenceItem({ id, from, to, open, text }: ToldSilence, { texts, date }: Telling): Draft {
  const when = fill(texts.span, { from: date(from), to: open ? texts.now : date(to) });
  return { kind: 'silence', id, from, to, row: 2, number: 0, count: 1, when, lead: texts.waited, text, department: null, touchpoint: null, state: null };
}

function promiseItem({ id, due, state, text }: ToldPromise, { texts, moment }: Telling): Draft {
  const lead = texts[promiseKeys[state] ?? 'promiseUnknown'];
  return { kind: 'promise', id, from: due, to: due, row: 3, number: 0, count: 1, when: moment(due), lead, text, department: null, touchpoint: null, state };
}

function binItem({ id, from, to, inbound, outbound, held }: ToldBin, { story, texts, date, moment, dateYear }: Telling): Draft {
  const write = to - from >= DAY ? (to - from >= 20 * DAY ? dateYear : date) : moment;
  const longest = held[0] ? departmentOf(story, held[0].department) : null;
  const mostly = longest ? fill(texts.mostly, { department: longest.name, share: Math.round(100 * Math.min(1, held[0].share)) }) : '';
  return {
    kind: 'bin', id, from, to, row: 0, number: 0, count: inbound + outbound, when: fill(texts.span, { from: write(from), to: write(to) }),
    lead: fill(texts.contacts, { inbound, outbound }), text: mostly, department: longest, touchpoint: null, state: null,
  };
}

/** The whole relay in a sentence: the name of the list. */
export function summaryOf(story: Story, texts: Texts, lang: Lang): string {
  const { from, to } = story.window;
  if (story.bins.length > 0) {
    const touchpoints = story.bins.reduce((sum, bin) => sum + bin.inbound + bin.outbound, 0);
    return fill(texts.chartMany, { from: write(story.bins[0].from, 'dateYear', lang), to: write(story.bins.at(-1)!.to, 'dateYear', lang), touchpoints, broken: story.broken });
  }
  return fill(story.all ? texts.chartAll : texts.chart, {
    from: write(from, 'date', lang), to: write(Math.min(to, story.now), 'date', lang),
    legs: story.legs.length, passes: story.passes.length, broken: story.broken, journeys: story.journeys.length,
  });
}

const along: Record<string, string> = { ArrowUp: 'ArrowLeft', ArrowDown: 'ArrowRight' };

/** The item a key leads to; the same one where there is nothing further. `linear` has no rows: arrows follow time. */
export function step(items: Item[], active: number, key: string, backwards = false, linear = false): number {
  if (items.length === 0) return -1;
  const or = (found: number) => (found < 0 ? active : found);
  if (key === 'b') return or(seek(items, active < 0 && backwards ? items.length : active, backwards, (item) => item.number > 0));
  if (active < 0) return key === 'End' ? items.length - 1 : 0;
  const { row } = items[active];
  const inRow = (item: Item) => linear || item.row === row;
  switch (linear ? (along[key] ?? key) : key) {
    case 'ArrowLeft': return or(seek(items, active, true, inRow));
    case 'ArrowRight': return or(seek(items, active, false, inRow));
    case 'Home': return or(seek(items, -1, false, inRow));
    case 'End': return or(seek(items, items.length, true, inRow));
    case 'ArrowUp': return or(nearest(items, active, Math.max(...items.map((item) => (item.row < row ? item.row : -1)))));
    case 'ArrowDown': return or(nearest(items, active, Math.min(...items.map((item) => (item.row > row ? item.row : Infinity)))));
    default: return active;
  }
}

function seek(items: Item[], from: number, backwards: boolean, wanted: (item: Item) => boolean): number {
  const by = backwards ? -1 : 1;
  for (let i = from + by; i >= 0 && i < items.length; i += by) if (wanted(items[i])) return i;
  return -1;
}

function nearest(items: Item[], active: number, row: number): number {
  let best = -1;
  items.forEach((item, i) => {
    if (item.row === row && (best < 0 || Math.abs(item.from - items[active].from) < Math.abs(items[best].from - items[active].from))) best = i;
  });
  return best;
}
