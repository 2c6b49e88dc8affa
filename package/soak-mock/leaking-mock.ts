import { serveParent } from "./child.ts";

// It keeps what it is told of each request, for ever: about a kilobyte.

const mock = await serveParent();
const kept: unknown[] = [];
mock.activity.subscribe((event) => {
  if (event.type === "request" && event.request.answer?.isComplete) kept.push(event.request);
});
