const ZOOM_STEP = 1.6;

/** What a key asks for; at most one of these. */
export interface Command {
  zoom?: number;
  fit?: boolean;
  open?: boolean;
  list?: boolean;
  back?: boolean;
  play?: boolean;
  step?: string;
}

const commands: Record<string, Command> = {
  '+': { zoom: ZOOM_STEP },
  '=': { zoom: ZOOM_STEP },
  '-': { zoom: 1 / ZOOM_STEP },
  '−': { zoom: 1 / ZOOM_STEP },
  '0': { fit: true },
  enter: { open: true },
  l: { list: true },
  escape: { back: true },
  ' ': { play: true },
  b: { step: 'b' },
};

/** Reads a key of the relay. Those with Ctrl, ⌘ or Alt belong to the browser. */
export function readKey({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Command | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(key)) return { step: key };
  return commands[key.toLowerCase()] ?? null;
}
