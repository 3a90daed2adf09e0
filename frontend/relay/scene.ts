import type { Department, State } from './types.ts';
import type { Tick } from './ticks.ts';
import type { ToldBin, ToldLeg, ToldPass, ToldPromise, ToldSilence, ToldTouchpoint } from './story.ts';

/** A place in the chart. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A swim lane with its name in as many lines as it needs. */
export interface LaneMark {
  department: Department;
  y: number;
  height: number;
  lines: string[];
}

/** One touchpoint, or several that stand too near each other. */
export interface DiscMark {
  x: number;
  y: number;
  width: number;
  filled: boolean;
  members: ToldTouchpoint[];
}

/** A stretch of the line: held by a department, or by nobody. */
export interface HoldMark {
  x: number;
  width: number;
  tone: 'held' | 'wait' | 'late';
  department: Department | null;
}

/** A silence with as many words as fit. */
export interface SilenceMark extends Box {
  silence: ToldSilence;
  lines: string[];
  textX: number;
}

/** A leg's bar; `ticks` are the places of its touchpoints, one for those that would touch. */
export interface LegMark extends Box {
  leg: ToldLeg;
  department: Department;
  ticks: { x: number; members: ToldTouchpoint[] }[];
}

/** A pass: upright from `y1` to `y2`, then a hatch in the receiving lane. */
export interface PassMark {
  pass: ToldPass;
  x: number;
  y1: number;
  y2: number;
  upright: boolean;
  hatch: Box | null;
  words: { x: number; y: number; width: number; text: string } | null;
}

/** The split diamond of one broken pass, or of several at one place. */
export interface DiamondMark {
  x: number;
  y: number;
  width: number;
  label: string;
  /** How many passes the service counted as this one; empty for a single. */
  beside: string;
  members: ToldPass[];
}

/** Flags of one or several promises; the worst state leads. */
export interface FlagMark {
  x: number;
  state: State;
  members: ToldPromise[];
}

/** How often something happened in a stretch, as a bar on the row's ground; the highest tells its number. */
export interface CountMark extends Box {
  bin: ToldBin;
  filled: boolean;
  label: string;
}

/** A department's share of a stretch: in the line, or in its lane. */
export interface ShareMark extends Box {
  department: Department | null;
}

/** Where a department is closed, in its lane. */
export type ClosedMark = Box;

/** Everything the chart draws, in pixels. */
export interface Scene {
  width: number;
  height: number;
  left: number;
  right: number;
  lineY: number;
  ticks: Tick[];
  /** With a `label` of its own while it sweeps. */
  now: { x: number; labelX: number; atEnd: boolean; label?: string } | null;
  lanes: LaneMark[];
  silences: SilenceMark[];
  discs: DiscMark[];
  holds: HoldMark[];
  legs: LegMark[];
  passes: PassMark[];
  diamonds: DiamondMark[];
  flags: FlagMark[];
  counts: CountMark[];
  shares: ShareMark[];
  closed: ClosedMark[];
  /** Where each thing is drawn, by key such as "pass:12"; only what is in sight. */
  boxes: Map<string, Box>;
}
