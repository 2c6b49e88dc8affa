export type * from "../generated/client/index.ts";
export { createClient } from "./client.ts";
export {
  ThinklioApiError,
  ThinklioError,
  type ThinklioErrorDetails,
  type ThinklioErrorReason,
} from "./errors.ts";
export type { ClientOptions, RetryOptions } from "./options.ts";
export { unwrap } from "./unwrap.ts";
