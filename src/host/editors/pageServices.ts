import type * as vscode from 'vscode';
import { engine } from '../engine';
import type { Scenarios } from '../scenario/scenarios';
import { setting } from '../settings';
import type { ShownPages } from './shownPages';

/** What every page is given by the extension. */
export interface PageServices {
  readonly extension: vscode.Uri;
  readonly scenarios: Scenarios;
  /** Through which other views have rows shown. */
  readonly pages: ShownPages;
  /** Opens a page that compares these files. */
  compare(uris: readonly vscode.Uri[]): void;
}

/** Devices of the user's own where a file is, and what is wrong with those that are none. */
export async function ownDevicesFor(uri: vscode.Uri) {
  return (await engine()).ownDevices(setting('devices', uri));
}

/** The devices alone. */
export async function devicesFor(uri: vscode.Uri) {
  return (await ownDevicesFor(uri)).devices;
}
