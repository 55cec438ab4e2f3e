/** The one block that is chosen on the page: selecting it in one picture selects it in all. */
type Listener = (block: number | undefined, from: unknown) => void;

const listeners: Listener[] = [];
let chosen: number | undefined;

/** Id of the chosen block (`BlockView.id`); undefined for none. */
export function selected(): number | undefined {
  return chosen;
}

/** Chooses a block; `from` is who did, so that it need not follow itself. */
export function select(block: number | undefined, from: unknown): void {
  if (block === chosen) return;
  chosen = block;
  for (const listener of listeners) listener(block, from);
}

export function onSelect(listener: Listener): void {
  listeners.push(listener);
}
