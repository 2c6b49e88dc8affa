import { editPage } from "./edits.ts";
import type { Fault } from "./fault.ts";
import { editMembers, editMetadata } from "./metadata.ts";

/** Keeps the members for which this holds. */
function keeping(keeps: (key: string, value: unknown) => boolean) {
  return (metadata: unknown) =>
    editMembers(metadata, (key, value) => (keeps(key, value) ? [key, value] : undefined));
}

/** Changes the values, and no key. */
function replacing(replace: (value: unknown) => unknown) {
  return (metadata: unknown) => editMembers(metadata, (key, value) => [key, replace(value)]);
}

const withoutNull = keeping((_, value) => value !== null);

/** Metadata that does not come back as it was sent. */
export const metadataFaults: readonly Fault[] = [
  {
    id: "metadata-loses-null",
    title: "A key of the metadata vanishes if its value is null",
    caughtBy: ["SES-018"],
    wire: editMetadata(withoutNull),
  },
  {
    id: "metadata-loses-false",
    title: "A key of the metadata vanishes if its value is false, 0 or empty",
    caughtBy: ["SES-200"],
    wire: editMetadata(keeping((_, value) => Boolean(value) || value === null)),
  },
  {
    id: "metadata-loses-proto",
    title: "The key __proto__ of the metadata vanishes",
    caughtBy: ["SES-019"],
    wire: editMetadata(keeping((key) => key !== "__proto__")),
  },
  {
    id: "metadata-loses-empty-key",
    title: "The empty key of the metadata vanishes",
    caughtBy: ["SES-020"],
    wire: editMetadata(keeping((key) => key !== "")),
  },
  {
    id: "metadata-loses-empty-objects",
    title: "A key of the metadata vanishes if its value is an empty object or array",
    caughtBy: ["SES-017"],
    wire: editMetadata(keeping((_, value) => !["{}", "[]"].includes(JSON.stringify(value)))),
  },
  {
    id: "metadata-keys-in-lower-case",
    title: "The keys of the metadata come back in lower case",
    caughtBy: ["SES-200"],
    wire: editMetadata((metadata) => editMembers(metadata, (key, value) => [key.toLowerCase(), value])),
  },
  {
    id: "metadata-numbers-become-strings",
    title: "Numbers in the metadata become strings",
    caughtBy: ["SES-016", "SES-017"],
    wire: editMetadata(replacing((value) => (typeof value === "number" ? String(value) : value))),
  },
  {
    id: "metadata-strings-become-numbers",
    title: "Strings of digits in the metadata become numbers",
    caughtBy: ["SES-200"],
    wire: editMetadata(
      replacing((value) => (typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value)),
    ),
  },
  {
    id: "metadata-booleans-become-numbers",
    title: "Booleans in the metadata become 0 and 1",
    caughtBy: ["SES-016"],
    wire: editMetadata(replacing((value) => (typeof value === "boolean" ? Number(value) : value))),
  },
  {
    id: "metadata-is-flat",
    title: "Objects within the metadata become strings",
    caughtBy: ["SES-017"],
    wire: editMetadata(
      replacing((value) => (typeof value === "object" && value !== null ? JSON.stringify(value) : value)),
    ),
  },
  {
    id: "metadata-cut",
    title: "Strings in the metadata are cut after 255 characters",
    caughtBy: ["SES-201"],
    wire: editMetadata(replacing((value) => (typeof value === "string" ? value.slice(0, 255) : value))),
  },
  {
    id: "metadata-normalised",
    title: "Strings in the metadata are put into Unicode's normal form C",
    caughtBy: ["SES-200"],
    wire: editMetadata(replacing((value) => (typeof value === "string" ? value.normalize("NFC") : value))),
  },
  {
    id: "metadata-null-for-none",
    title: "A session without metadata has null",
    caughtBy: ["SES-011"],
    wire: editMetadata((metadata) => (JSON.stringify(metadata) === "{}" ? null : metadata)),
  },
  {
    id: "message-metadata-lost",
    title: "The history has no metadata of messages",
    caughtBy: ["MSG-045", "STR-013"],
    wire: editPage((page) => ({
      ...page,
      data: page.data.map((item) => ({ ...item, metadata: undefined })),
    })),
  },
  {
    id: "message-metadata-loses-null",
    title: "A key of a message's metadata vanishes if its value is null",
    caughtBy: ["MSG-045"],
    wire: editPage((page) => ({ ...page, data: withoutNull(page.data) })),
  },
];
