/** What counts as in sight: a little more than the window, so that what is scrolled to is there already. */
const MARGIN = '160px 0px';

/** Which elements a person sees, or nearly. */
export class Sight {
  private readonly seen = new Set<Element>();
  private readonly observer: IntersectionObserver;

  /** `came` is called when an element comes into sight. */
  constructor(came: () => void) {
    this.observer = new IntersectionObserver(
      (entries) => {
        let some = false;
        for (const { target, isIntersecting } of entries)
          if (!isIntersecting) this.seen.delete(target);
          else if (!this.seen.has(target)) some = Boolean(this.seen.add(target));
        if (some) came();
      },
      { rootMargin: MARGIN },
    );
  }

  watch(element: Element): void {
    this.observer.observe(element);
  }

  sees(element: Element): boolean {
    return this.seen.has(element);
  }

  end(): void {
    this.observer.disconnect();
  }
}
