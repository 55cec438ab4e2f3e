import type { Analysis } from '../../core/analysis';
import { KeptLenses } from '../keptLenses';

/** Kept lenses over a config: while its JSON is broken the last good ones stay. */
export abstract class ConfigKeptLenses extends KeptLenses<Analysis> {
  protected isBroken(analysis: Analysis | undefined): boolean {
    return analysis?.config?.problems.some((p) => p.code === 'config.syntax') === true;
  }
}
