import type { OpenAPI3, ResponseObject } from "openapi-typescript";
import { expect, it } from "vitest";
import { shareResponses } from "./share-responses.ts";

function createResponse(description: string, ...errors: string[]): ResponseObject {
  const references = errors.map((name) => [name, { $ref: `#/components/schemas/${name}` }]);
  const schema = { type: "object" as const, properties: Object.fromEntries(references) };
  return { description, content: { "application/json": { schema } } };
}

function createDocument(...responses: ResponseObject[]): OpenAPI3 {
  const paths = responses.map((response, index) => [`/${index}`, { get: { responses: { 404: response } } }]);
  return { openapi: "3.1.0", info: { title: "", version: "" }, paths: Object.fromEntries(paths) };
}

it("a response of several operations is one of the document's components, named after its errors", () => {
  const response = createResponse("Not there.", "SessionNotFound", "RouteNotFound");
  const { paths, components } = shareResponses(createDocument(response, response));
  const reference = { $ref: "#/components/responses/SessionNotFoundOrRouteNotFound" };
  expect(components?.responses).toEqual({ SessionNotFoundOrRouteNotFound: response });
  expect(Object.values(paths ?? {})).toEqual([
    { get: { responses: { 404: reference } } },
    { get: { responses: { 404: reference } } },
  ]);
});

it("a response of one operation stays with it", () => {
  const document = createDocument(createResponse("Not there.", "A"), createResponse("Gone.", "A"));
  const { paths, components } = shareResponses(document);
  expect(paths).toEqual(document.paths);
  expect(components?.responses).toEqual({});
});

it("a response without a body stays with its operations, and what is no operation as it is", () => {
  const document = createDocument({ description: "Done." }, { description: "Done." });
  const item = { summary: "A path.", parameters: [] };
  const paths = { ...document.paths, "/with-more": item };
  expect(shareResponses({ ...document, paths }).paths).toEqual(paths);
});

it("two shared responses of the same errors are refused, since they would have one name", () => {
  const [one, other] = [createResponse("Not there.", "A"), createResponse("Gone.", "A")];
  expect(() => shareResponses(createDocument(one, one, other, other))).toThrow("would be called A.");
});
