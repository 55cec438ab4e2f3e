/** An error whose message is one clear sentence for a person: it is printed without a stack. */
export class PlainError extends Error {}

/** Prints an error and returns the exit code it stands for: a sentence for a PlainError, a stack for a surprise. */
export function report(error) {
  console.error(error instanceof PlainError ? error.message : error);
  return 1;
}
