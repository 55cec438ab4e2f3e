import * as vscode from 'vscode';
import { SETTINGS } from './settingKeys';
import type { SettingKey, SettingValue } from './settingKeys';

/** The value of a setting where a resource is; a value of the wrong type counts as the default. */
export function setting<K extends SettingKey>(key: K, scope?: vscode.ConfigurationScope): SettingValue<K> {
  const fallback = SETTINGS[key] as SettingValue<K>;
  const value = vscode.workspace.getConfiguration('modelEfficiency', scope).get<unknown>(key, fallback);
  return typeof value === typeof fallback ? (value as SettingValue<K>) : fallback;
}
