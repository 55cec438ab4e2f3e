import { SLICE_MS } from '../slices';
import type { ByteSource } from './byteSource';

/** A place where the bytes are not what they should be; `offset` is in the file. */
export class BytesError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** A broken place as the walk met it. */
export interface BrokenPlace {
  readonly message: string;
  readonly offset: number;
  /** Bytes that the file ends too early; 0 where it is broken otherwise. */
  readonly missing: number;
}

/** Bytes of the first page after a jump: one read of a disk. */
const FIRST_PAGE_BYTES = 4 * 1024;
/** Pages double up to this while the walk goes straight on. */
const LAST_PAGE_BYTES = 512 * 1024;
/** Between two tellings of how far the walk is. */
const PROGRESS_MILLISECONDS = 100;
/** Broken places are kept up to this many, then counted. */
const MAX_BROKEN = 5;
/** Structure taken from one file; the largest real graphs stay far below. */
const MAX_STRUCTURE_BYTES = 128 * 1024 * 1024;
/** Nodes, names, tensors and attributes taken from one file. */
const MAX_ITEMS = 8_000_000;

/** What a walk may be given besides the source. */
export interface CursorOptions {
  readonly signal?: AbortSignal;
  /** Called with the share of the file that lies behind, 0 to 1, when reading takes long enough to be told. */
  readonly onProgress?: (share: number) => void;
}

/**
 * A walk over a file: it yields the number of bytes it lacks, and goes on when they are at hand. So one walk serves
 * sources that answer at once and sources that must be waited for, without waiting where nothing is missing.
 */
export type Walk<T = void> = Generator<number, T, void>;

/**
 * Walks a byte source through one page at a time. Reads inside the page are synchronous; a walk yields when the page
 * lacks bytes. Skipping costs nothing: payloads are jumped over and never read.
 */
export class Cursor {
  /** Offset of the next byte in the file. */
  position = 0;
  /** Bytes read from the source so far. */
  bytesRead = 0;
  /** Set when a bound was passed: nothing more is taken. */
  stopped = false;
  /** The first broken places; `brokenCount` counts them all. */
  readonly broken: BrokenPlace[] = [];
  brokenCount = 0;
  /** The bytes at hand, and where they begin in the file. The next page overwrites them: what is kept is copied. */
  page = new Uint8Array(0);
  pageStart = 0;
  /** First bytes of payloads that lay in a page that was read anyway, by the payload's place. */
  readonly heads = new Map<number, Uint8Array>();
  private buffer = new Uint8Array(FIRST_PAGE_BYTES);
  private pageBytes = FIRST_PAGE_BYTES;
  private structure = 0;
  private items = 0;

  constructor(
    readonly source: ByteSource,
    private readonly options: CursorOptions = {},
  ) {}

  /** True when the next `count` bytes can be read without waiting. */
  has(count: number): boolean {
    return this.position >= this.pageStart && this.position + count <= this.pageStart + this.page.length;
  }

  /**
   * Runs a walk to its end. Sources that answer at once are read without waiting for so long as nobody notices; then
   * one read is waited for, so that whoever shares the thread gets his turn.
   */
  async run<T>(walk: Walk<T>): Promise<T> {
    const { source } = this;
    const { signal, onProgress } = this.options;
    let slice = Date.now();
    let told = slice;
    for (let step = walk.next(); ; step = walk.next()) {
      if (step.done) return step.value;
      signal?.throwIfAborted();
      const target = this.target(step.value);
      if (target.length === 0) continue;
      let got = 0;
      if (source.readNow && Date.now() - slice < SLICE_MS) got = source.readNow(this.position, target);
      else {
        for (let n = 1; n > 0 && got < target.length; got += n)
          n = await source.read(this.position + got, target.subarray(got));
        slice = Date.now();
      }
      this.bytesRead += got;
      this.page = got < target.length ? target.subarray(0, got) : target;
      this.pageStart = this.position;
      const now = onProgress ? Date.now() : 0;
      if (now - told < PROGRESS_MILLISECONDS) continue;
      told = now;
      onProgress?.(this.position / source.size);
    }
  }

  /** Where the next page goes; empty when there is nothing more to come. */
  private target(count: number): Uint8Array<ArrayBuffer> {
    const end = this.pageStart + this.page.length;
    const inPage = this.position >= this.pageStart && this.position <= end && end > 0;
    if (inPage && end >= this.source.size) return new Uint8Array(0);
    this.pageBytes = inPage ? Math.min(this.pageBytes * 2, LAST_PAGE_BYTES) : FIRST_PAGE_BYTES;
    const left = this.source.size - this.position;
    const want = Math.max(0, Math.min(left, Math.max(count, this.pageBytes)));
    if (want > this.buffer.length) this.buffer = new Uint8Array(want);
    return this.buffer.subarray(0, want);
  }

  /** The next `count` bytes as a copy; throws `BytesError` when the file ends first. */
  *take(count: number): Walk<Uint8Array> {
    if (count > this.source.size - this.position)
      throw new BytesError(
        `${count} bytes are announced, ${this.source.size - this.position} are left`,
        this.position,
      );
    this.spend(count, 0);
    if (!this.has(count)) yield count;
    const at = this.position - this.pageStart;
    const bytes = this.page.slice(at, at + count);
    if (bytes.length < count)
      throw new BytesError('the file is shorter than when it was opened', this.position);
    this.position += count;
    return bytes;
  }

  /** A protobuf varint as a number (exact to 2^53; larger ones are rounded); ten bytes must be at hand. */
  varint(): number {
    const start = this.position;
    let at = start - this.pageStart;
    let low = 0;
    let scale = 1;
    for (let i = 0; i < 10; i++) {
      const byte = this.page[at++];
      if (byte === undefined) throw new BytesError('the file ends inside a number', start);
      low += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        this.position = this.pageStart + at;
        return low;
      }
      scale *= 128;
    }
    throw new BytesError('a number runs over ten bytes', start);
  }

  /** Keeps the first bytes of a payload where they are at hand; nothing is read for them. */
  keepHead(offset: number, bytes: number): void {
    const at = offset - this.pageStart;
    if (at >= 0 && at + bytes <= this.page.length) this.heads.set(offset, this.page.slice(at, at + bytes));
  }

  /** Counts what is kept of the file, and stops the walk where a file holds more structure than memory should. */
  spend(bytes: number, items: number): void {
    this.structure += bytes;
    this.items += items;
    if (this.structure <= MAX_STRUCTURE_BYTES && this.items <= MAX_ITEMS) return;
    this.stopped = true;
    throw new BytesError(
      `the structure is larger than is read (${MAX_STRUCTURE_BYTES / 2 ** 20} MiB, ${MAX_ITEMS.toLocaleString('en-US')} names)`,
      this.position,
    );
  }

  /** Keeps a broken place; the walk goes on where it can. */
  note(message: string, offset: number, missing = 0): void {
    this.brokenCount++;
    if (this.broken.length < MAX_BROKEN) this.broken.push({ message, offset, missing });
  }
}
