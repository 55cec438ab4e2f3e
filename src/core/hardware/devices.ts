import { dataCentre } from './dataCentre';
import { desktop } from './desktop';
import type { Device } from './device';
import { integrated } from './integrated';

/** Every device of the table, by kind. */
export const DEVICES: readonly Device[] = [...dataCentre, ...desktop, ...integrated];

/** The device of an id, the user's own first; undefined when there is none. */
export function deviceOf(id: string, own: readonly Device[] = []): Device | undefined {
  return own.find((d) => d.id === id) ?? DEVICES.find((d) => d.id === id);
}
