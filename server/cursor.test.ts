import { describe, expect, it } from "vitest";
import { Cursors } from "./cursor.ts";

const SECRET = Buffer.from("secret");

describe("a cursor", () => {
  it.each([0, 1, 20, 2 ** 40])("leads back to its position, %i", (position) => {
    const cursors = new Cursors(SECRET);
    const cursor = cursors.issue("ses_a", position);
    expect(cursor).toMatch(/^cur_[\w-]+$/);
    expect(cursors.read("ses_a", cursor)).toBe(position);
  });

  it("is good for its own session alone", () => {
    const cursors = new Cursors(SECRET);
    expect(cursors.read("ses_b", cursors.issue("ses_a", 20))).toBeUndefined();
  });

  it("is good for the server alone that issued it, or one with its secret", () => {
    const cursor = new Cursors(SECRET).issue("ses_a", 20);
    expect(new Cursors(Buffer.from("other")).read("ses_a", cursor)).toBeUndefined();
    expect(new Cursors(Buffer.from(SECRET)).read("ses_a", cursor)).toBe(20);
  });

  it("is refused with any character changed, left out or added", () => {
    const cursors = new Cursors(SECRET);
    const cursor = cursors.issue("ses_a", 20);
    for (let at = 0; at < cursor.length; at += 1) {
      const [before, after] = [cursor.slice(0, at), cursor.slice(at + 1)];
      for (const changed of [`${before}${cursor[at] === "A" ? "B" : "A"}${after}`, before + after]) {
        expect(cursors.read("ses_a", changed)).toBeUndefined();
      }
    }
    for (const changed of [`${cursor}=`, `${cursor} `, ` ${cursor}`, `${cursor}A`, "", "cur_", "é"]) {
      expect(cursors.read("ses_a", changed)).toBeUndefined();
    }
  });
});
