import { accessFaults } from "./access-faults.ts";
import { errorFaults } from "./error-faults.ts";
import type { Fault } from "./fault.ts";
import { historyFaults } from "./history-faults.ts";
import { lifecycleFaults } from "./lifecycle-faults.ts";
import { limitFaults } from "./limit-faults.ts";
import { messageFaults } from "./message-faults.ts";
import { metadataFaults } from "./metadata-faults.ts";
import { orderFaults } from "./order-faults.ts";
import { sessionFaults } from "./session-faults.ts";
import { streamFaults } from "./stream-faults.ts";
import { streamedRefusalFaults } from "./streamed-refusal-faults.ts";
import { traceFaults } from "./trace-faults.ts";

/** Every fault that the suite is known to catch, by topic. */
export const faults: readonly Fault[] = [
  ...limitFaults,
  ...sessionFaults,
  ...metadataFaults,
  ...messageFaults,
  ...historyFaults,
  ...streamFaults,
  ...streamedRefusalFaults,
  ...lifecycleFaults,
  ...accessFaults,
  ...errorFaults,
  ...orderFaults,
  ...traceFaults,
];
