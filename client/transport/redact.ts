/** A shorter key is no secret but a word for a mock, such as `any`, and a word may well be a part of an error. */
const SHORTEST_SECRET = 8;

/**
 * Makes what takes the key out of a JSON value, unless the key is too short for a secret. A server, or something in
 * front of it, may repeat a request in its answer, and errors end in logs. No character of a key is escaped in JSON.
 */
export function createRedact(apiKey: string): <Value>(value: Value) => Value {
  return (value) =>
    apiKey.length < SHORTEST_SECRET
      ? value
      : JSON.parse(JSON.stringify(value).replaceAll(apiKey, "[apiKey]"));
}
