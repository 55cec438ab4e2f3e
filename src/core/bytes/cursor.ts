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

const PAGE_BYTES = 64 * 1024;

/**
 * Walks a byte source through one page at a time. Reads inside the page are synchronous; `need` fills the page when it
 * lacks bytes. Skipping costs nothing: payloads are jumped over and never read.
 */
export class Cursor {
  /** Offset of the next byte in the file. */
  position = 0;
  /** Bytes read from the source so far. */
  bytesRead = 0;
  private page = new Uint8Array(0);
  private pageStart = 0;

  constructor(
    readonly source: ByteSource,
    private readonly signal?: AbortSignal,
  ) {}

  /** True when the next `count` bytes can be read without waiting. */
  has(count: number): boolean {
    return this.position >= this.pageStart && this.position + count <= this.pageStart + this.page.length;
  }

  /** Makes the next `count` bytes readable; fewer are there only at the end of the file. */
  async need(count: number): Promise<void> {
    if (this.has(count)) return;
    this.signal?.throwIfAborted();
    const left = this.source.size - this.position;
    const want = Math.max(0, Math.min(left, Math.max(count, PAGE_BYTES)));
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
  }

  /** The next `count` bytes as a copy; throws `BytesError` when the file ends first. */
  async take(count: number): Promise<Uint8Array> {
    if (count > this.source.size - this.position)
      throw new BytesError(
        `${count} bytes are announced, ${this.source.size - this.position} are left`,
        this.position,
      );
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
}
