import { editSession } from "./edits.ts";
import type { Wire } from "./wire.ts";

/** Changes the metadata of the sessions in responses. */
export function editMetadata(edit: (metadata: unknown) => unknown): Wire {
  return editSession((session) => ({ ...session, metadata: edit(session.metadata) }));
}

/** Changes each member of all objects in a JSON value; those for which there is no change any more vanish. */
export function editMembers(
  value: unknown,
  edit: (key: string, value: unknown) => readonly [key: string, value: unknown] | undefined,
): unknown {
  if (Array.isArray(value)) return value.map((item) => editMembers(item, edit));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const edited = edit(key, member);
      return edited === undefined ? [] : [[edited[0], editMembers(edited[1], edit)]];
    }),
  );
}
