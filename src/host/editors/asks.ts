import type { PageAsk, PageAskName, PageAsks, PageReply } from '../../protocol/pageAsks';

/** Answers to the asks that a page of one kind may send; arguments and wanted parts are as they came, to be checked by each. */
export type Answers = {
  readonly [K in PageAskName]?: (args: unknown, parts: unknown) => Promise<PageAsks[K]['reply']>;
};

/** True for a well-formed ask: what comes from a page is checked before it is believed. */
export function isPageAsk(message: unknown): message is PageAsk {
  const { id, ask } = (message ?? {}) as Partial<PageAsk>;
  return typeof id === 'number' && typeof ask === 'string';
}

/** The reply to one ask: the answer, or one sentence that says why there is none. */
export async function reply(answers: Answers, { id, ask, args, parts }: PageAsk): Promise<PageReply> {
  const answer = Object.hasOwn(answers, ask) ? answers[ask] : undefined;
  if (!answer) return { id, ok: false, message: `This page knows no "${String(ask).slice(0, 40)}".` };
  try {
    return { id, ok: true, value: await answer(args, parts) };
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
