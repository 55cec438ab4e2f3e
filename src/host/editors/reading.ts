/** The reading of one page: at most one is under way, and it ends when a person says so or the page is closed. */
export class Reading {
  private current: AbortController | undefined;

  /** A signal for a new reading; one that is still under way ends. */
  begin(): AbortSignal {
    this.cancel();
    this.current = new AbortController();
    return this.current.signal;
  }

  cancel(): void {
    this.current?.abort();
    this.current = undefined;
  }
}
