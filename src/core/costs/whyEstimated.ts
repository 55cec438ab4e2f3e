import type { Model } from '../model/model';
import { isMisread } from '../model/problem';

/** Codes of problems that make a whole model an estimate, by what they begin with. */
const CAUSES =
  /^(params|genai)\.left-open$|^parts\.not-read$|^gguf\.other-architecture$|^disk\.differs$|^adapter\.not-counted$|^config\.(unverified-key|not-built)$/;

/** Why weights are only those that could be read, in the words of the problem; undefined when all were. */
export function whyLowerBound({ problems }: Model): string | undefined {
  return problems.find((p) => p.severity === 'error' && !isMisread(p))?.message.replace(/\.$/, '');
}

/** Why a model's figures are estimates: the problem that says so, in its own words. */
export function whyEstimated(model: Model): string {
  const cause = model.problems.find(isMisread) ?? model.problems.find((p) => CAUSES.test(p.code));
  return (
    cause?.message.replace(/\.$/, '') ?? 'the structure was guessed from keys shared with known families'
  );
}
