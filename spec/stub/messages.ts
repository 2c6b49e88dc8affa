import { IncomingMessage, type ServerOptions, ServerResponse } from "node:http";

/** The prototypes of requests and of responses; an Express application has them as `request` and `response`. */
export interface Prototypes {
  readonly request: object;
  readonly response: object;
}

/**
 * Node's classes of messages, with other prototypes from the start. Express would change the prototype of each message,
 * and with that V8 takes longer than Express does for all else.
 */
export function messagesWith({
  request,
  response,
}: Prototypes): Pick<ServerOptions, "IncomingMessage" | "ServerResponse"> {
  return {
    IncomingMessage: withPrototype(IncomingMessage, request),
    ServerResponse: withPrototype(ServerResponse, response),
  };
}

function withPrototype<Base extends typeof IncomingMessage | typeof ServerResponse>(
  base: Base,
  prototype: object,
): Base {
  function Derived() {}
  Derived.prototype = prototype;
  return new Proxy(base, {
    construct: (target, parameters) => Reflect.construct(target, parameters, Derived),
  });
}
