/** Every setting under `modelEfficiency.` with its default; the manifest must say the same, which a check holds. */
export const SETTINGS = {
  'lens.enabled': true,
  'lens.difference': true,
  'hover.enabled': true,
  units: 'auto',
  'hints.show': 'top',
  'hints.hidden': [],
  budgets: {},
  devices: [],
} as const;

export type SettingKey = keyof typeof SETTINGS;

/** The type of a setting's value, widened from its default; what lists and objects hold is checked where it is used. */
export type SettingValue<K extends SettingKey> = (typeof SETTINGS)[K] extends boolean
  ? boolean
  : (typeof SETTINGS)[K] extends string
    ? string
    : (typeof SETTINGS)[K] extends readonly unknown[]
      ? readonly unknown[]
      : Readonly<Record<string, unknown>>;
