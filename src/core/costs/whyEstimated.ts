import type { Model } from '../model/model';

/** Codes of problems that make a whole model an estimate, by what they begin with. */
const CAUSES =
  /^(params|genai)\.left-open$|^parts\.not-read$|^gguf\.other-architecture$|^disk\.differs$|^adapter\.not-counted$|^config\.(unverified-key|not-built)$/;

/** Why a model's figures are estimates: the problem that says so, in its own words. */
export function whyEstimated(model: Model): string {
  const cause = model.problems.find((p) => CAUSES.test(p.code));
  return (
    cause?.message.replace(/\.$/, '') ?? 'the structure was guessed from keys shared with known families'
  );
}
