/** Rules that the mock cannot satisfy, and why. */
export interface MockException {
  readonly reason: string;
  /** Their ids. */
  readonly rules: readonly string[];
}

/** What a mock that answers with the contract's examples cannot do. It satisfies every other rule that it can run. */
export const mockExceptions: readonly MockException[] = [
  {
    reason: "The mock keeps no session: what is created, sent or closed does not show when it is read.",
    rules: [
      "SES-005",
      "SES-014",
      "MSG-028",
      "MSG-029",
      "MSG-041",
      "MSG-042",
      "MSG-044",
      "MSG-045",
      "MSG-046",
      "MSG-048",
      "MSG-053",
      "MSG-054",
      "MSG-056",
      "STR-005",
      "STR-006",
      "STR-007",
      "STR-013",
      "STR-016",
      "STR-301",
      "MSG-200",
      "MSG-202",
      "LIF-014",
      "LIF-015",
      "LIF-019",
      "LIF-022",
      "GEN-001",
      "GEN-002",
      "GEN-003",
      "GEN-004",
      "GEN-005",
    ],
  },
  {
    reason: "The mock's ids are those of the examples, the same in every answer.",
    rules: ["SES-006", "MSG-002", "LIF-018"],
  },
  {
    reason: "The mock's metadata is that of the examples, and not what was sent.",
    rules: [
      "SES-016",
      "SES-017",
      "SES-018",
      "SES-019",
      "SES-020",
      "SES-022",
      "HTT-046",
      "HTT-047",
      "SES-200",
      "SES-201",
      "HTT-200",
    ],
  },
  {
    reason: "In the mock every id of a possible length names something.",
    rules: [
      "MSG-025",
      "MSG-030",
      "STR-014",
      "ERR-005",
      "ERR-007",
      "ERR-008",
      "HTT-021",
      "HTT-022",
      "HTT-023",
    ],
  },
  {
    reason: "The mock's history is one page, whatever the limit and the cursor.",
    rules: ["MSG-049", "MSG-057", "MSG-058", "MSG-059", "MSG-300"],
  },
  { reason: "The mock accepts any key.", rules: ["AUT-007", "AUT-200"] },
];
