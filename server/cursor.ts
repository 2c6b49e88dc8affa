import { createHmac, timingSafeEqual } from "node:crypto";

const POSITION_BYTES = 6;
const SIGNATURE_BYTES = 16;

/**
 * Issues the cursors of histories, and reads them again. A cursor is a position in one session's history, signed,
 * so that one which was made up, or belongs to another session, is told apart.
 */
export class Cursors {
  readonly #secret: Uint8Array;

  /** @param secret what to sign with; another server reads these cursors if it has the same */
  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** The cursor for a position in the session's history. */
  issue(sessionId: string, position: number): string {
    const bytes = Buffer.alloc(POSITION_BYTES + SIGNATURE_BYTES);
    bytes.writeUIntBE(position, 0, POSITION_BYTES);
    const signature = createHmac("sha256", this.#secret)
      .update(bytes.subarray(0, POSITION_BYTES))
      .update(sessionId)
      .digest();
    signature.copy(bytes, POSITION_BYTES);
    return `cur_${bytes.toString("base64url")}`;
  }

  /** The position that a cursor stands for; `undefined` if it was not issued here for this session. */
  read(sessionId: string, cursor: string): number | undefined {
    const bytes = Buffer.from(cursor.slice("cur_".length), "base64url");
    if (bytes.length !== POSITION_BYTES + SIGNATURE_BYTES) return undefined;
    const position = bytes.readUIntBE(0, POSITION_BYTES);
    // The texts are compared, not the bytes, because base64url can spell the same bytes in several ways.
    const given = Buffer.from(cursor);
    const issued = Buffer.from(this.issue(sessionId, position));
    return given.length === issued.length && timingSafeEqual(given, issued) ? position : undefined;
  }
}
