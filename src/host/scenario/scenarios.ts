import * as vscode from 'vscode';
import type { WantedScenario } from '../../core/scenario/checkScenario';
import { changeScenario, checkScenario } from '../../core/scenario/checkScenario';

const KEY = 'modelEfficiency.scenario';

/**
 * The one place that holds what a person assumes about the use of models: kept per workspace, read by every lens, hover,
 * page and report, and changed from the page or the command palette.
 */
export class Scenarios implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when some figure may have changed because of it. */
  readonly onDidChange = this.changed.event;
  private held: WantedScenario;

  constructor(private readonly memento: vscode.Memento) {
    this.held = checkScenario(memento.get<unknown>(KEY));
  }

  /** What was chosen; what was not stays at its default, which may depend on the model (`scenarioFor`). */
  get wanted(): Readonly<WantedScenario> {
    return this.held;
  }

  /** Puts a change in; keys that are none of a scenario's, or of the wrong type, change nothing. */
  change(change: unknown): void {
    this.hold(changeScenario(this.held, change));
  }

  /** Back to the defaults. */
  reset(): void {
    this.hold({});
  }

  private hold(next: WantedScenario): void {
    if (JSON.stringify(next) === JSON.stringify(this.held)) return;
    this.held = next;
    void this.memento.update(KEY, next);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
