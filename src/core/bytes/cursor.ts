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
}

/** Bytes of the first page after a jump: one read of a disk. */
const FIRST_PAGE_BYTES = 4 * 1024;
/** Pages double up to this while the walk goes straight on. */
const LAST_PAGE_BYTES = 512 * 1024;
/** Broken places are kept up to this many, then counted. */
const MAX_BROKEN = 5;
/** Structure taken from one file; the largest real graphs stay far below. */
const MAX_STRUCTURE_BYTES = 128 * 1024 * 1024;
/** Nodes, names, tensors and attributes taken from one file. */
const MAX_ITEMS = 8_000_000;

/** What a walk may be given besides the source. */
export interface CursorOptions {
  readonly signal?: AbortSignal;
  /** Called with the share of the file that lies behind, 0 to 1, when a page is read. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Walks a byte source through one page at a time. Reads inside the page are synchronous; `need` fills the page when it
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
  /** The bytes at hand, and where they begin in the file. */
  page = new Uint8Array(0);
  pageStart = 0;
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

  /** Makes the next `count` bytes readable; fewer are there only at the end of the file. */
  async need(count: number): Promise<void> {
    if (this.has(count)) return;
    this.options.signal?.throwIfAborted();
    const end = this.pageStart + this.page.length;
    const inPage = this.position >= this.pageStart && this.position <= end && end > 0;
    // Nothing more to come: the last page is at hand already.
    if (inPage && end >= this.source.size) return;
    this.pageBytes = inPage ? Math.min(this.pageBytes * 2, LAST_PAGE_BYTES) : FIRST_PAGE_BYTES;
    const left = this.source.size - this.position;
    const want = Math.max(0, Math.min(left, Math.max(count, this.pageBytes)));
    const page = new Uint8Array(want);
    let got = 0;
    while (got < want) {
      const n = await this.source.read(this.position + got, page.subarray(got));
      if (n <= 0) break;
      got += n;
    }
    this.bytesRead += got;
    this.page = got < want ? page.subarray(0, got) : page;
    this.pageStart = this.position;
    this.options.onProgress?.(this.source.size > 0 ? this.position / this.source.size : 1);
  }

  /** The next `count` bytes as a copy; throws `BytesError` when the file ends first. */
  async take(count: number): Promise<Uint8Array> {
    if (count > this.source.size - this.position)
      throw new BytesError(
        `${count} bytes are announced, ${this.source.size - this.position} are left`,
        this.position,
      );
    this.spend(count, 0);
    await this.need(count);
    const at = this.position - this.pageStart;
    const bytes = this.page.slice(at, at + count);
    if (bytes.length < count)
      throw new BytesError('the file is shorter than when it was opened', this.position);
    this.position += count;
    return bytes;
  }

  /** A protobuf varint as a number (exact to 2^53; larger ones are rounded); call `need(10)` first. */
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
  note(message: string, offset: number): void {
    this.brokenCount++;
    if (this.broken.length < MAX_BROKEN) this.broken.push({ message, offset });
  }
}
