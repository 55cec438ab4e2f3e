import type * as vscode from 'vscode';
import type { AdviceLensOptions } from '../../core/views/adviceLenses';
import { engine } from '../engine';
import { setting } from '../settings';

/** What the settings say about advice where a file is. */
export async function adviceOptions(scope: vscode.ConfigurationScope): Promise<AdviceLensOptions> {
  const { ownDevices } = await engine();
  const show = setting('hints.show', scope);
  return {
    show: show === 'all' || show === 'never' ? show : 'top',
    hidden: setting('hints.hidden', scope).filter((id) => typeof id === 'string'),
    devices: ownDevices(setting('devices', scope)).devices,
  };
}
