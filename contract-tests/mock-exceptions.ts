/** Rules that the mock cannot satisfy, and why. */
export interface MockException {
  readonly reason: string;
  /** Their ids. */
  readonly rules: readonly string[];
}

const anyKey: MockException = {
  reason: "The mock accepts any key.",
  rules: ["AUT-007", "AUT-200", "GEN-003"],
};

/** What no mock without a memory can do. */
const stateless: readonly MockException[] = [
  anyKey,
  {
    reason: "The mock keeps no session: what is created, sent or closed does not show when it is read.",
    rules: [
      "SES-005",
      "SES-014",
      "SES-016",
      "SES-017",
      "SES-018",
      "SES-019",
      "SES-020",
      "SES-200",
      "SES-201",
      "HTT-046",
      "HTT-047",
      "MSG-028",
      "MSG-029",
      "MSG-041",
      "MSG-042",
      "MSG-044",
      "MSG-045",
      "MSG-046",
      "MSG-048",
      "MSG-054",
      "MSG-200",
      "MSG-202",
      "STR-005",
      "STR-006",
      "STR-007",
      "STR-013",
      "STR-016",
      "STR-301",
      "LIF-014",
      "LIF-015",
      "LIF-019",
      "LIF-022",
      "GEN-001",
      "GEN-002",
      "GEN-004",
      "GEN-005",
    ],
  },
  {
    reason: "The same request gets the same answer, with the same ids.",
    rules: ["SES-006", "LIF-018", "LIF-026", "MSG-059"],
  },
  {
    reason: "Every id that an answer could repeat names something.",
    rules: ["MSG-025", "MSG-030", "STR-014", "STR-017", "ERR-005", "ERR-007", "ERR-008", "HTT-021"],
  },
];

/** What the mock cannot do, by its mode. It satisfies every other rule that it can run. */
export const mockExceptions: Readonly<Record<"examples" | "dynamic" | "stateful", readonly MockException[]>> =
  {
    stateful: [anyKey],
    dynamic: [
      ...stateless,
      {
        reason: "A session that is read was generated from its id alone, and not from what created it.",
        rules: ["SES-007", "SES-008", "SES-011", "MSG-033", "MSG-043", "MSG-050", "MSG-055", "LIF-017"],
      },
    ],
    examples: [
      ...stateless,
      {
        reason: "What the examples say is not what was sent.",
        rules: ["SES-022", "HTT-200", "MSG-002"],
      },
      { reason: "The examples fit every id.", rules: ["HTT-022", "HTT-023"] },
      {
        reason: "The history of the examples is one page, whatever the limit and the cursor.",
        rules: ["MSG-049", "MSG-053", "MSG-056", "MSG-057", "MSG-058", "MSG-300"],
      },
    ],
  };
