/** Every setting under `modelEfficiency.` with its default; the manifest must say the same, which a check holds. */
export const SETTINGS = {
  'lens.enabled': true,
  'hover.enabled': true,
} as const;

export type SettingKey = keyof typeof SETTINGS;

/** The type of a setting's value, widened from its default. */
export type SettingValue<K extends SettingKey> = (typeof SETTINGS)[K] extends boolean
  ? boolean
  : string | number;
